//! The pages that the code cites: they are there, and have the sections that it names.

use std::{fs, path::Path};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source of the program, its path and its text with the signs of comments taken away, so that a
/// citation that goes over a line's end is found.
fn sources() -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(root().join("src")).into_iter().filter_map(Result::ok);
    let rust = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"));
    rust.map(|file| {
        let text = fs::read_to_string(file.path()).expect("sources are UTF-8 and can be read");
        let lines =
            text.lines().map(|line| line.trim_start().trim_start_matches(['/', '!']).trim());
        (file.path().display().to_string(), lines.collect::<Vec<_>>().join(" "))
    })
    .collect()
}

/// The section in a citation: `grammar.md §4 B).` → `4 B`, `§5, 7)` → `5`, `§4, Confidence` →
/// `4 Confidence`. Numbers of lists within a section are not looked up.
fn section(after: &str) -> String {
    let number: String = after.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let rest = after[number.len()..].trim_start_matches([',', ' ']);
    let word: String = rest.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
    let number = number.trim_end_matches('.');
    if ["A", "B", "C", "Confidence"].contains(&word.as_str()) {
        format!("{number} {word}")
    } else {
        number.to_owned()
    }
}

/// The sections of a page by their headings: `## 4. Footnotes` and below it `### B. The digits` are
/// `4` and `4 B`.
fn sections(page: &str) -> Vec<String> {
    let (mut found, mut chapter) = (Vec::new(), String::new());
    for line in page.lines().filter(|line| line.starts_with("##")) {
        let title = line.trim_start_matches(['#', ' ']);
        let label = title.split(' ').next().unwrap_or_default().trim_end_matches('.');
        if line.starts_with("## ") {
            chapter = label.to_owned();
            found.push(chapter.clone());
        } else if label.starts_with(|c: char| c.is_ascii_digit()) {
            found.push(label.to_owned());
        } else {
            found.push(format!("{chapter} {label}"));
        }
    }
    found
}

#[test]
fn every_section_of_the_grammar_that_the_code_cites_is_there() {
    let page = fs::read_to_string(root().join("docs/grammar.md")).expect("the grammar is there");
    let there = sections(&page);
    let (mut cited, mut missing) = (0, Vec::new());
    for (path, text) in sources() {
        for (at, name) in text.match_indices("grammar.md") {
            let after = text[at + name.len()..].trim_start_matches(['`', ',', ' ']);
            let Some(after) = after.strip_prefix('§') else { continue };
            cited += 1;
            if !there.contains(&section(after)) {
                missing.push(format!("{path}: §{}", section(after)));
            }
        }
    }
    assert!(cited > 20, "only {cited} citations found");
    assert!(missing.is_empty(), "docs/grammar.md has {there:?}, but not\n{}", missing.join("\n"));
}

#[test]
fn every_layout_that_the_code_cites_is_there() {
    let page = fs::read_to_string(root().join("docs/layouts.md")).expect("the layouts are there");
    let there = sections(&page);
    let mut missing = Vec::new();
    for (path, text) in sources() {
        for (at, name) in text.match_indices("layouts.md, ") {
            let cited = text[at + name.len()..].split(')').next().unwrap_or_default();
            let numbers = cited.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
            let unknown = numbers.filter(|number| !there.contains(&(*number).to_owned()));
            missing.extend(unknown.map(|number| format!("{path}: {number}")));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn a_citation_names_a_section() {
    for (cited, expected) in [
        ("4 B). The", "4 B"),
        ("4, A).", "4 A"),
        ("5, 7): that", "5"),
        ("3.3).", "3.3"),
        ("4, Confidence", "4 Confidence"),
    ] {
        assert_eq!(section(cited), expected);
    }
    assert_eq!(sections("# T\n## 4. F\n### B. D\n### 1.1 I\n"), ["4", "4 B", "1.1"]);
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    let docs = fs::read_dir(root().join("docs")).expect("the pages are there");
    let mut pages: Vec<_> = docs.filter_map(Result::ok).map(|entry| entry.path()).collect();
    pages.extend(["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root().join(name)));
    let mut dead = Vec::new();
    for page in pages.iter().filter(|page| page.extension().is_some_and(|ending| ending == "md")) {
        let text = fs::read_to_string(page).expect("pages are UTF-8 and can be read");
        let folder = page.parent().expect("a page is in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let is_file = !link.is_empty() && !link.contains([':', ' ']);
            if is_file && !folder.join(link).exists() {
                dead.push(format!("{}: {link}", page.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}
