//! Which blocks are of which resolution of a file. Knows scopes and their letters: those with letters are
//! parts of one resolution, each other is a resolution of its own.

use crate::{
    document::{Head, Resolution},
    parse::blocks::Structure,
};

/// The resolutions of a file, one at least. What its head says is of the first.
pub(in crate::parse) fn resolutions(structure: &Structure, head: &Head) -> Vec<Resolution> {
    let first = Resolution {
        symbol: head.symbol.clone(),
        title: head.title.clone(),
        adopted: head.adopted,
        blocks: 0..structure.drafts.len(),
    };
    let mut found = vec![first];
    let mut scope = 0;
    for (at, draft) in structure.drafts.iter().enumerate() {
        if draft.scope == scope {
            continue;
        }
        scope = draft.scope;
        let is_part = structure.scopes.get(scope).is_some_and(|scope| scope.letter.is_some());
        if !is_part {
            if let Some(last) = found.last_mut() {
                last.blocks.end = at;
            }
            let blocks = at..structure.drafts.len();
            found.push(Resolution { blocks, ..Resolution::default() });
        }
    }
    found
}
