//! Lays two lists of words beside each other: which words of the old text are which of the new one.
//! Knows words as numbers alone.

/// How much more two words in a row tell than two words apart, as a share of their weight.
const IN_A_ROW: f32 = 0.4;

/// Pairs of indices, old and new, both rising: those of the greatest weight together, where words in
/// a row weigh more than words apart.
pub(super) fn align(old: &[u32], new: &[u32], weight: impl Fn(u32) -> f32) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // `best[i][j]`: the first `i` against the first `j`; `met`: where the last of each is a pair.
    let mut best = vec![0.0_f32; (old.len() + 1) * width];
    let mut met = vec![f32::NEG_INFINITY; (old.len() + 1) * width];
    for (i, &word) in old.iter().enumerate() {
        let each = weight(word);
        let (above, here) = (i * width, (i + 1) * width);
        for (j, &other) in new.iter().enumerate() {
            let mut top = best[above + j + 1].max(best[here + j]);
            if word == other {
                let pair = each + best[above + j].max(met[above + j] + each * IN_A_ROW);
                met[here + j + 1] = pair;
                top = top.max(pair);
            }
            best[here + j + 1] = top;
        }
    }
    trace(old, new, weight, &best, &met)
}

/// The way back through the tables of [`align`].
fn trace(
    old: &[u32],
    new: &[u32],
    weight: impl Fn(u32) -> f32,
    best: &[f32],
    met: &[f32],
) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let (mut i, mut j, mut pairs) = (old.len(), new.len(), Vec::new());
    let mut is_bound = false;
    while i > 0 && j > 0 {
        let at = i * width + j;
        if is_bound || met[at] >= best[at] {
            pairs.push((i - 1, j - 1));
            let diagonal = at - width - 1;
            is_bound = met[diagonal] + weight(old[i - 1]) * IN_A_ROW > best[diagonal];
            (i, j) = (i - 1, j - 1);
        } else if best[at - width] >= best[at - 1] {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    pairs.reverse();
    pairs
}
