//! Citations as a graph: an arrow from each document to those it cites. Knows citations and two notations.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use crate::{
    document::Symbol,
    library::{Citing, Graph},
    text::printable,
};

/// Citations, each with how many others cite in the same sentence.
type Citations<'a> = [(Cow<'a, Citing>, usize)];

/// The arrows, and how many citations each stands for.
fn arrows(citations: &Citations<'_>) -> BTreeMap<(String, String), usize> {
    let mut arrows: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (citing, others) in citations {
        let from = citing.symbol.as_ref().unwrap_or(&citing.file);
        *arrows.entry((from.clone(), citing.target.clone())).or_default() += 1 + others;
    }
    arrows
}

/// For Graphviz.
pub(super) fn dot(citations: &Citations<'_>) -> String {
    let mut out = String::from("digraph citations {\n  rankdir=LR;\n  node [shape=box];\n");
    for (from, to) in arrows(citations).keys() {
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(out, "  {} -> {};", quoted(from), quoted(to));
    }
    out.push_str("}\n");
    out
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", printable::line(name).replace('\\', "\\\\").replace('"', "\\\""))
}

/// GraphML: documents with whether they are there, arrows with the number of citations.
pub(super) fn graphml(graph: &Graph, citations: &Citations<'_>) -> String {
    let arrows = arrows(citations);
    let names: BTreeSet<&String> = arrows.keys().flat_map(|(from, to)| [from, to]).collect();
    let numbers: BTreeMap<&String, usize> = names.iter().copied().zip(0..).collect();
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n\
         \x20 <key id=\"symbol\" for=\"node\" attr.name=\"symbol\" attr.type=\"string\"/>\n\
         \x20 <key id=\"there\" for=\"node\" attr.name=\"there\" attr.type=\"boolean\"/>\n\
         \x20 <key id=\"citations\" for=\"edge\" attr.name=\"citations\" attr.type=\"int\"/>\n\
         \x20 <graph id=\"citations\" edgedefault=\"directed\">\n",
    );
    for (name, number) in &numbers {
        let is_there = graph.resolve(&Symbol::new(name)).is_some()
            || citations.iter().any(|(citing, _)| citing.file == **name);
        let _ = writeln!(
            out,
            "    <node id=\"n{number}\"><data key=\"symbol\">{}</data><data key=\"there\">{is_there}</data></node>",
            escaped(name)
        );
    }
    for ((from, to), count) in &arrows {
        let number = |name: &String| numbers.get(name).copied().unwrap_or_default();
        let _ = writeln!(
            out,
            "    <edge source=\"n{}\" target=\"n{}\"><data key=\"citations\">{count}</data></edge>",
            number(from),
            number(to)
        );
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

fn escaped(name: &str) -> String {
    let plain = name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // What XML cannot say at all is shown as for people.
    printable::line(&plain).into_owned()
}
