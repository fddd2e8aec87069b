//! Many documents that are asked: searched in words, for agreed language, for who cites whom; from the command
//! line and in memory.

use std::{
    collections::BTreeSet,
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
};

use seized::{
    document::Language,
    library::{Asked, Builder, Graph, Held, Library, Matcher, Query, Record, Segment},
    manuscript::Manuscript,
    parse,
    text::likeness,
};
use serde_json::Value;

use crate::support;

/// A resolution as plain text.
fn resolution(number: &str, date: &str, title: &str, paragraphs: &[&str]) -> String {
    let mut text = format!(
        "Resolution adopted by the General Assembly on {date}\n\n{number}. {title}\n\nThe General Assembly,\n\n"
    );
    for paragraph in paragraphs {
        text.push_str(paragraph);
        text.push_str("\n\n");
    }
    text
}

const WATER: &str =
    "Reaffirming that everyone has the right to safe drinking water and sanitation,";

/// Four resolutions of three years.
fn texts() -> [(&'static str, String); 4] {
    [
        (
            "A_RES_64_292.txt",
            resolution("64/292", "28 July 2010", "The right to water", &[
                "Recalling its resolutions 54/175 of 17 December 1999 and 53/144 of 9 December 1998,",
                WATER,
                "1. Recognizes the right to safe drinking water as a human right;",
                "2. Requests the Secretary-General to report annually to the General Assembly.",
            ]),
        ),
        (
            "A_RES_70_169.txt",
            resolution("70/169", "17 December 2015", "Water and sanitation", &[
                "Recalling its resolution 64/292 of 28 July 2010,",
                "Reaffirming also that everyone has the right to safe drinking water and sanitation,",
                "1. Affirms its resolution 64/292 of 28 July 2010;",
                "2. Calls upon States to continue reporting on progress, as agreed with the Human Rights Council.",
            ]),
        ),
        (
            "A_RES_72_178.txt",
            resolution("72/178", "19 December 2017", "Water again", &[
                "Recalling its resolution 64/292 of 29 July 2010,",
                WATER,
                "1. Decides that, as everyone has the right to safe drinking water and sanitation in all places, \
                 more is to be done about the wells of the desert, the rivers and the sea;",
                "2. Requests no reports.",
            ]),
        ),
        (
            "fr.txt",
            "Résolution adoptée par l’Assemblée générale le 19 décembre 2017\n\n72/178. L’eau\n\n\
             L’Assemblée générale,\n\nRappelant sa résolution 64/292 du 28 juillet 2010,\n\n\
             1. Décide de poursuivre le développement;\n\n2. Prie le Secrétaire général de lui faire rapport.\n"
                .to_owned(),
        ),
    ]
}

/// A folder of them, and a home beside it.
struct Shelf(tempfile::TempDir);

impl Shelf {
    fn new() -> Self {
        let shelf = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(shelf.path().join("texts")).expect("made");
        for (name, text) in texts() {
            shelf.write(name, &text);
        }
        shelf
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join("texts").join(name), text).expect("written");
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seized"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("XDG_CACHE_HOME", self.path().join("cache"))
            .env("XDG_DATA_HOME", self.path().join("data"))
            .stdin(Stdio::null());
        command
    }

    /// Status, output, errors.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = self.command(arguments).output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all we print is UTF-8");
        (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
    }

    fn json(&self, arguments: &[&str]) -> Vec<Value> {
        let (_, out, err) = self.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(err, "");
        serde_json::from_str(&out).expect("a list")
    }

    /// The passages a query finds, `70/169 PP2`.
    fn found(&self, query: &str) -> Vec<String> {
        let (_, out, err) = self.run(&["find", "--format", "json", "--", query, "texts"]);
        assert_eq!(err, "", "{query}");
        let found: Vec<Value> = serde_json::from_str(&out).expect("a list");
        found.iter().map(name).collect()
    }

    fn segments(&self) -> Vec<String> {
        let folder = self.path().join("cache/seized/library");
        let files = support::files(&folder).into_iter();
        files
            .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
            .filter(|name| name.starts_with("segment"))
            .collect()
    }
}

fn name(passage: &Value) -> String {
    let symbol = passage["symbol"].as_str().unwrap_or("?").trim_start_matches("A/RES/");
    format!("{symbol} {}", passage["citation"].as_str().unwrap_or("?"))
}

#[test]
fn words_are_found_in_any_form_and_language() {
    let shelf = Shelf::new();
    let finds =
        |query: &str, expected: &[&str]| assert_eq!(shelf.found(query), expected, "{query}");
    finds("reported", &["64/292 OP2", "70/169 OP2", "72/178 OP2"]);
    finds("developpements", &["72/178 OP1"]);
    finds("\"human right\"", &["64/292 OP1", "70/169 OP2"]);
    finds("\"Human Right\"", &["70/169 OP2"]);
    finds("\"uman righ\"", &["64/292 OP1", "70/169 OP2"]);
    finds("report* -request", &["70/169 OP2"]);
    finds("report -requests annually", &["70/169 OP2", "72/178 OP2"]);
    finds("water NEAR human", &["64/292 OP1"]);
    finds("secretary-general", &["64/292 OP2"]);
    finds("general-secretary", &[]);
}

#[test]
fn fields_narrow_a_search() {
    let shelf = Shelf::new();
    let finds =
        |query: &str, expected: &[&str]| assert_eq!(shelf.found(query), expected, "{query}");
    finds("water year:2010..2015 in:preamble", &["64/292 PP2", "70/169 PP2"]);
    finds("verb:request", &["64/292 OP2", "72/178 OP2", "72/178 OP2"]);
    finds("verb:prie", &["72/178 OP2"]);
    finds("verb:calls", &["70/169 OP2"]);
    finds("rapport lang:fr", &["72/178 OP2"]);
    finds("water symbol:A/RES/7 in:title", &[]);
    finds("water session:70 in:title", &["70/169 title"]);
    finds("organ:sc water", &[]);
    let (status, _, err) = shelf.run(&["find", "organ:xy water", "texts"]);
    assert_eq!(status, 2);
    assert!(err.starts_with("seized: organ:xy: ") && err.contains("help: "), "{err}");
}

#[test]
fn annotations_are_searched_too() {
    let shelf = Shelf::new();
    assert_eq!(shelf.found("tag:mandate"), [""; 0]);
    assert_eq!(shelf.run(&["tag", "texts/A_RES_64_292.txt", "OP2", "mandate/report"]).0, 0);
    assert_eq!(shelf.found("tag:mandate"), ["64/292 OP2"]);
    assert_eq!(shelf.found("tag:mandate/report has:tag report"), ["64/292 OP2"]);
    assert_eq!(shelf.found("tag:mand"), [""; 0]);
    assert_eq!(shelf.found("has:note"), [""; 0]);
    assert_eq!(shelf.found("has:highlight"), [""; 0]);
    let beside = shelf.path().join("texts/A_RES_64_292.txt.seized.ron");
    let text = fs::read_to_string(&beside).expect("annotations");
    let highlighted = text.replacen("colour: None", "colour: Some(\"yellow\")", 1);
    assert_ne!(text, highlighted, "{text}");
    fs::write(&beside, highlighted).expect("written");
    assert_eq!(shelf.found("has:highlight"), ["64/292 OP2"]);
}

#[test]
fn an_answer_says_where_the_words_are() {
    let shelf = Shelf::new();
    let (status, out, _) = shelf.run(&["find", "\"développement\"", "texts", "--format", "json"]);
    assert_eq!(status, 0);
    let found: Vec<Value> = serde_json::from_str(&out).expect("a list");
    let [passage] = found.as_slice() else { panic!("{out}") };
    assert_eq!(passage["file"], "texts/fr.txt");
    assert_eq!(passage["part"], "operative");
    assert_eq!(passage["date"], "2017-12-19");
    let text: Vec<char> = passage["text"].as_str().expect("text").chars().collect();
    let at = |index: usize| {
        usize::try_from(passage["hits"][0][index].as_u64().expect("a number")).expect("small")
    };
    assert_eq!(text[at(0)..at(1)].iter().collect::<String>(), "développement");
    let (status, out, _) = shelf.run(&["find", "nothing-of-the-kind", "texts", "--format", "json"]);
    assert_eq!((status, out.as_str()), (1, "[]\n"));
    let (_, out, _) = shelf.run(&["find", "annually", "texts"]);
    assert!(
        out.starts_with("A/RES/64/292 · General Assembly · 28 July 2010 · The right to water\n"),
        "{out}"
    );
    assert!(out.contains("  OP2      Requests the Secretary-General"), "{out}");
}

/// Thousands are written by several cores, some hundred at a time; where one lot ends and the next begins is not seen.
#[test]
fn many_passages_are_printed_by_resolution() {
    let shelf = Shelf::new();
    let counted = |from: usize, to: usize| -> Vec<String> {
        let number =
            |n: usize| format!("{}. Requests mine clearance report {};", n - from + 1, n / 2);
        (from..to).map(number).collect()
    };
    let text = |number: &str, date: &str, paragraphs: &[String]| {
        let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
        resolution(number, date, "Mine clearance", &paragraphs)
    };
    shelf.write("long.txt", &text("71/1", "19 December 2016", &counted(0, 700)));
    shelf.write("again.txt", &text("71/1", "19 December 2016", &counted(690, 710)));
    shelf.write("next.txt", &text("71/2", "19 December 2016", &counted(0, 900)));
    shelf.write("last.txt", &text("71/3", "20 December 2016", &counted(5, 9)));
    let mut expected = String::new();
    let mut before: Option<Value> = None;
    let query = ["find", "clearance in:operative", "texts"];
    for passage in shelf.json(&query) {
        let was = |field: &str| before.as_ref().is_some_and(|other| other[field] == passage[field]);
        let words = |field: &str| passage[field].as_str().expect("words").to_owned();
        if !was("symbol") {
            let day = words("date").trim_start_matches("2016-12-").to_owned();
            let gap = if before.is_some() { "\n" } else { "" };
            let symbol = words("symbol");
            expected.push_str(&format!(
                "{gap}{symbol} · General Assembly · {day} December 2016 · Mine clearance\n"
            ));
        }
        if !was("symbol") || !was("text") {
            expected.push_str(&format!("  {:8} {}\n", words("citation"), words("text")));
        }
        before = Some(passage);
    }
    expected.push_str("\n1624 passages of 3 resolutions\n");
    let (_, out, _) = shelf.run(&query);
    assert_eq!(out, expected);
}

#[test]
fn only_what_has_changed_is_read_again() {
    let shelf = Shelf::new();
    assert_eq!(shelf.found("annually").len(), 1);
    let first = shelf.segments();
    assert_eq!(first.len(), 1);
    assert_eq!(shelf.found("wells").len(), 1);
    assert_eq!(shelf.segments(), first, "nothing has changed");
    // Of the same length, and at the same moment for coarse clocks: the bytes tell.
    let text = &texts()[2].1;
    shelf.write("A_RES_72_178.txt", &text.replace("wells", "walls"));
    assert_eq!(shelf.found("wells"), [""; 0]);
    assert_eq!(shelf.found("walls"), ["72/178 OP1"]);
    assert_eq!(shelf.segments().len(), 2, "the others stay where they are");
    fs::remove_file(shelf.path().join("texts/A_RES_64_292.txt")).expect("removed");
    assert_eq!(shelf.found("annually"), [""; 0]);
    shelf.write("new.txt", &texts()[0].1);
    assert_eq!(shelf.found("annually"), ["64/292 OP2"]);
}

#[test]
fn a_damaged_index_is_made_again() {
    let shelf = Shelf::new();
    assert_eq!(shelf.found("annually").len(), 1);
    for name in ["manifest", "segment"] {
        for share in [0, 1, 2] {
            let files = support::files(&shelf.path().join("cache"));
            let file = files.iter().find(|file| file.display().to_string().contains(name));
            let file = file.expect("there is one");
            let whole = fs::read(file).expect("it is there");
            fs::write(file, &whole[..whole.len() * share / 3]).expect("written");
            assert_eq!(shelf.found("annually"), ["64/292 OP2"], "{share} thirds of {name}");
        }
    }
    // A bit of a text: noticed when it is read.
    let segment = support::files(&shelf.path().join("cache"));
    let segment = segment.iter().find(|file| file.display().to_string().contains("segment"));
    let segment = segment.expect("there is one");
    let mut bytes = fs::read(segment).expect("it is there");
    let last = bytes.len() - 20;
    bytes[last] ^= 1;
    fs::write(segment, &bytes).expect("written");
    let (status, out, err) = shelf.run(&["find", "rapport", "texts"]);
    assert!(status == 0 && out.contains("de lui faire rapport"), "{out}{err}");
    assert_ne!(support::files(&shelf.path().join("cache")).last(), Some(segment));
    assert_eq!(shelf.found("annually"), ["64/292 OP2"]);
}

#[cfg(unix)]
#[test]
fn an_index_that_cannot_be_kept_is_told_and_not_needed() {
    let shelf = Shelf::new();
    fs::write(shelf.path().join("cache"), "a file").expect("written");
    let (status, out, err) = shelf.run(&["find", "annually", "texts"]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("OP2"), "{out}");
    assert!(err.contains("cannot be kept"), "{err}");
}

#[test]
fn the_cache_says_what_it_is_and_goes() {
    let shelf = Shelf::new();
    assert_eq!(shelf.found("annually").len(), 1);
    let (status, out, _) = shelf.run(&["cache"]);
    assert!(status == 0 && out.contains("texts\n"), "{out}");
    let (status, out, _) = shelf.run(&["cache", "--clear"]);
    assert!(status == 0 && out.starts_with("the index of one folder is removed"), "{out}");
    assert!(shelf.segments().is_empty());
    assert_eq!(shelf.found("annually").len(), 1);
}

#[test]
fn what_is_hidden_or_ignored_is_no_part_of_the_library() {
    let shelf = Shelf::new();
    let other = resolution("60/1", "1 May 2005", "Other", &["1. Decides on zebras."]);
    fs::create_dir(shelf.path().join("texts/.hidden")).expect("made");
    shelf.write(".hidden/a.txt", &other);
    shelf.write("ignored.txt", &other);
    shelf.write("page.sh", &other);
    shelf.write(".gitignore", "ignored.txt\n");
    assert_eq!(shelf.found("zebras"), [""; 0]);
    shelf.write(".gitignore", "");
    assert_eq!(shelf.found("zebras"), ["60/1 OP1"]);
}

#[test]
fn documents_of_an_archive_are_documents() {
    let shelf = Shelf::new();
    let other = resolution("60/1", "1 May 2005", "Other", &["1. Decides on zebras."]);
    let file = fs::File::create(shelf.path().join("texts/more.zip")).expect("made");
    let mut archive = zip::ZipWriter::new(file);
    let options = zip::write::SimpleFileOptions::default();
    for name in ["deep/b.txt", "nested.zip", "../../strays.txt"] {
        archive.start_file(name, options).expect("begun");
        archive.write_all(other.as_bytes()).expect("written");
    }
    archive.finish().expect("ended");
    let found = shelf.json(&["find", "zebras", "texts"]);
    let files: Vec<&str> = found.iter().filter_map(|one| one["file"].as_str()).collect();
    assert_eq!(files, ["texts/more.zip!/deep/b.txt"]);
}

#[test]
fn what_cannot_be_read_is_told_each_time() {
    let shelf = Shelf::new();
    shelf.write("broken.pdf", "%PDF-1.7\n");
    for _ in 0..2 {
        let (status, out, err) = shelf.run(&["find", "annually", "texts"]);
        assert_eq!(status, 2);
        assert!(out.contains("OP2"), "{out}");
        assert!(err.starts_with("seized: texts/broken.pdf: "), "{err}");
    }
}

#[test]
fn earlier_and_later_uses_are_found() {
    let shelf = Shelf::new();
    let uses = shelf.json(&["agreed", "texts/A_RES_72_178.txt", "--at", "PP2", "texts"]);
    let told: Vec<(String, bool, bool)> = uses
        .iter()
        .map(|one| (name(one), one["first"] == true, one["within"].is_array()))
        .collect();
    let expected =
        [("64/292 PP2", true, false), ("70/169 PP2", false, true), ("72/178 OP1", false, true)];
    assert_eq!(told, expected.map(|(name, first, within)| (name.to_owned(), first, within)));
    assert_eq!(uses[0]["likeness"], 1.0);
    assert_eq!(uses[0]["edits"], serde_json::json!([]));
    let edit = &uses[1]["edits"][0];
    assert_eq!(edit["op"], "insert");
    assert_eq!(
        uses[1]["text"].as_str().expect("text")
            [edit["there"][0].as_u64().expect("a place") as usize..]
            .get(..4),
        Some("also")
    );
    let (status, out, _) = shelf.run(&["agreed", "texts/A_RES_64_292.txt", "--at", "OP2", "texts"]);
    assert_eq!((status, out.as_str()), (1, ""));
    let (status, _, err) = shelf.run(&["agreed", "texts/A_RES_64_292.txt", "texts"]);
    assert!(status == 2 && err.contains("--at"), "{err}");
}

#[test]
fn the_words_of_standard_input_can_be_asked_for() {
    let shelf = Shelf::new();
    let mut command = shelf.command(&["agreed", "-", "texts"]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let words = "everyone has the right to safe\ndrinking water and sanitation";
    child.stdin.take().expect("it is open").write_all(words.as_bytes()).expect("written");
    let out = child.wait_with_output().expect("it ends").stdout;
    let out = String::from_utf8(out).expect("UTF-8");
    assert!(out.contains("A/RES/64/292") && out.contains("the first use"), "{out}");
}

#[test]
fn who_cites_a_resolution_is_told_with_verb_and_sentence() {
    let shelf = Shelf::new();
    let cited = shelf.json(&["refs", "texts", "--to", "A/RES/64/292"]);
    let told: Vec<(String, &str, u64)> = cited
        .iter()
        .map(|one| {
            let at = format!(
                "{} {}",
                one["symbol"].as_str().unwrap_or("?"),
                one["at"].as_str().unwrap_or("?")
            );
            (at, one["verb"].as_str().unwrap_or("?"), one["others"].as_u64().unwrap_or(9))
        })
        .collect();
    // The dates differ, the words do not: boilerplate is one.
    assert_eq!(
        told,
        [
            ("A/RES/70/169 PP1".to_owned(), "recall", 1),
            ("A/RES/70/169 OP1".to_owned(), "affirm", 0),
        ],
        "the French text of 72/178 says the same as the English one"
    );
    assert_eq!(cited[0]["found"], "A/RES/64/292");
    let (status, out, _) = shelf.run(&["refs", "texts", "--to", "A/RES/64/292"]);
    assert!(
        status == 0 && out.starts_with("A/RES/64/292 is cited 3 times: affirm 1, recall 1"),
        "{out}"
    );
    assert_eq!(shelf.run(&["refs", "texts", "--to", "A/RES/1/1"]).0, 1);
}

#[test]
fn what_is_cited_and_not_there_is_missing() {
    let shelf = Shelf::new();
    let (status, out, _) = shelf.run(&["refs", "texts", "--missing"]);
    assert_eq!(status, 0);
    let missing: Vec<&str> =
        out.lines().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(missing, ["A/RES/53/144", "A/RES/54/175"]);
    let (_, graph, _) = shelf.run(&["refs", "texts", "--format", "graphml"]);
    assert!(
        graph.contains("<data key=\"symbol\">A/RES/53/144</data><data key=\"there\">false</data>"),
        "{graph}"
    );
    let (_, csv, _) = shelf.run(&["refs", "texts", "--format", "csv"]);
    assert!(csv.lines().count() == 7 && csv.starts_with("file,symbol,date,at,"), "{csv}");
}

#[test]
fn a_symbol_of_the_library_stands_for_its_file() {
    let shelf = Shelf::new();
    assert_eq!(shelf.run(&["show", "A/RES/64/292", "OP1"]).0, 2);
    assert_eq!(shelf.found("annually").len(), 1);
    let (status, out, err) = shelf.run(&["show", "A/RES/64/292", "OP1"]);
    assert_eq!(status, 0, "{err}");
    assert!(out.contains("Recognizes the right to safe drinking water"), "{out}");
}

/// A library in memory, a segment for every two texts.
fn in_memory(texts: &[String]) -> (Library, Vec<Record>) {
    let (mut held, mut records) = (Vec::new(), Vec::new());
    for (at, pair) in texts.chunks(2).enumerate() {
        let mut builder = Builder::default();
        for (index, text) in pair.iter().enumerate() {
            let manuscript = Manuscript { text: text.clone(), ..Manuscript::default() };
            let mut record = Record::of(&parse::parse(&manuscript).0);
            record.head.path = format!("{at}-{index}.txt");
            records.push(record.clone());
            builder.add(record);
        }
        let segment = Segment::open(Box::new(builder.finish())).expect("it is whole");
        held.push(Held {
            segment: Arc::new(segment),
            alive: vec![true; pair.len()],
            prefix: String::new(),
        });
    }
    (Library::new(held), records)
}

fn some_texts() -> Vec<String> {
    let mut all: Vec<String> = texts().map(|(_, text)| text).to_vec();
    all.push(include_str!("../../assets/A_RES_72_247.txt").to_owned());
    all.push(resolution(
        "71/1",
        "3 May 2016",
        "ΣΊΣΥΦΟΣ",
        &[
            "1. Decides “on” İstanbul, the ſtraße and 100 % — of it all;",
            "2. 决定保护人权和权利人，又请求;",
            "3. Notes A/72/439/Add.2 and co-operation.",
        ],
    ));
    all
}

/// The passages that have a phrase by looking at each line.
fn by_looking(records: &[Record], phrase: &str) -> BTreeSet<String> {
    let pattern = regex::escape(phrase);
    let is_exact = phrase.chars().any(char::is_uppercase);
    let pattern =
        regex::RegexBuilder::new(&pattern).case_insensitive(!is_exact).build().expect("a pattern");
    let mut found = BTreeSet::new();
    for record in records {
        for passage in &record.passages {
            if pattern.is_match(&format!("{}\t{}", passage.cite, passage.text)) {
                found.insert(format!("{} {}", record.head.path, passage.cite));
            }
        }
    }
    found
}

fn by_asking(library: &Library, query: &Query) -> BTreeSet<String> {
    let segments = 0..library.segments().len();
    let found = segments
        .flat_map(|segment| library.search(query, segment, &|| true).expect("the index is whole"));
    found
        .map(|id| {
            let found = library.passage(id).expect("the index is whole");
            format!("{} {}", found.file, found.cite)
        })
        .collect()
}

#[test]
fn a_phrase_is_found_where_its_line_has_it_and_nowhere_else() {
    let (library, records) = in_memory(&some_texts());
    let mut phrases = BTreeSet::new();
    for (at, record) in records.iter().enumerate() {
        for (index, passage) in record.passages.iter().enumerate() {
            let chars: Vec<char> = passage.text.chars().collect();
            for length in [1, 2, 3, 5, 9, 20, 41] {
                let start = (at * 7 + index * 13 + length * 5) % chars.len().max(1);
                let phrase: String = chars.iter().skip(start).take(length).collect();
                phrases.insert(phrase.to_lowercase());
                phrases.insert(phrase);
            }
        }
    }
    phrases.extend(["op1", "OP1", "itle", "fn 1"].map(str::to_owned));
    phrases.remove("");
    assert!(phrases.len() > 500, "{}", phrases.len());
    for phrase in phrases {
        let escaped = phrase.replace('\\', "\\\\").replace('"', "\\\"");
        let query = Query::read(&format!("\"{escaped}\"")).expect("a phrase");
        assert_eq!(by_asking(&library, &query), by_looking(&records, &phrase), "{phrase:?}");
    }
}

#[test]
fn what_is_asked_for_is_in_the_text() {
    let (library, _) = in_memory(&some_texts());
    for typed in ["rights", "report*", "人权", "co-operation", "right NEAR everyone", "“on” -water"]
    {
        let query = Query::read(typed).expect("a query");
        let matcher = Matcher::new(&query);
        let mut count = 0;
        for segment in 0..library.segments().len() {
            for id in library.search(&query, segment, &|| true).expect("the index is whole") {
                let found = library.passage(id).expect("the index is whole");
                count += 1;
                assert!(
                    !matcher.hits(&found.text, Language::English).is_empty(),
                    "{typed}: {}",
                    found.text
                );
            }
        }
        assert!(count > 0, "{typed}");
    }
}

/// Whether eight words in a row of one text are in another, which is longer than these.
fn has_run(here: &[String], there: &[String]) -> bool {
    let longest = there
        .windows(8)
        .enumerate()
        .filter(|(_, run)| here.windows(8).any(|other| other == *run))
        .count();
    longest > 0 && there.len() > 8 && !(here.windows(there.len()).any(|all| all == there))
}

#[test]
fn uses_are_those_that_reading_everything_finds() {
    let mut all = some_texts();
    // Nearly the same texts, of which every passage is nearly one of another.
    all.extend(
        some_texts()
            .iter()
            .map(|text| text.replace("the right", "a right").replace(" and ", " or ")),
    );
    let (library, records) = in_memory(&all);
    for least in [0.8, 0.65, 0.3] {
        for record in &records {
            for passage in &record.passages {
                let asked = Asked::new(&passage.text, least, None);
                let uses = library.uses(&asked, &|| true).expect("the index is whole");
                let mut found = BTreeSet::new();
                for candidate in uses {
                    let used = library.agreed(&asked, candidate.id).expect("the index is whole");
                    found.extend(used.map(|used| {
                        let is_like = used.likeness >= least;
                        (format!("{} {}", used.found.file, used.found.cite), is_like)
                    }));
                }
                let words = seized::text::words(&passage.text);
                let mut expected = BTreeSet::new();
                for other in &records {
                    for there in &other.passages {
                        let is_like = likeness(&passage.text, &there.text) >= least;
                        if is_like || has_run(&words, &seized::text::words(&there.text)) {
                            expected
                                .insert((format!("{} {}", other.head.path, there.cite), is_like));
                        }
                    }
                }
                assert_eq!(found, expected, "{least} {}", passage.text);
            }
        }
    }
}

#[test]
fn a_paragraph_says_how_often_its_words_were_used_and_since_when() {
    let (library, _) = in_memory(&texts().map(|(_, text)| text));
    let count = |symbol: &str, year: u16| {
        library.count_uses(WATER, None, Some(symbol), Some(year)).expect("the index is whole")
    };
    assert_eq!(count("A/RES/72/178", 2017), (2, Some(2010)));
    assert_eq!(count("A/RES/80/1", 2025), (3, Some(2010)));
    assert_eq!(count("A/RES/64/292", 2010), (2, Some(2010)));
    assert_eq!(
        library.count_uses("words that nobody used", None, None, Some(2020)).expect("whole"),
        (0, Some(2020))
    );
}

#[test]
fn the_catalogue_has_one_entry_a_resolution() {
    let (library, _) = in_memory(&texts().map(|(_, text)| text));
    let catalogue = library.catalogue();
    let told: Vec<(Option<&str>, Option<&str>, usize)> = catalogue
        .iter()
        .map(|entry| (entry.symbol.as_deref(), entry.title.as_deref(), entry.editions.len()))
        .collect();
    assert_eq!(
        told,
        [
            (Some("A/RES/64/292"), Some("The right to water"), 1),
            (Some("A/RES/70/169"), Some("Water and sanitation"), 1),
            (Some("A/RES/72/178"), Some("Water again"), 2),
        ]
    );
    assert_eq!(catalogue[2].languages, [Language::English, Language::French]);
    let counts = library.citing_counts().expect("the index is whole");
    assert_eq!(counts.get("A/RES/64/292"), Some(&2));
    let symbol = seized::document::Symbol::new("A/RES/64/292");
    let all = Graph::of(&library).expect("the index is whole");
    let about = Graph::about(&library, &symbol).expect("the index is whole");
    assert_eq!(about.cited_by(&symbol), all.cited_by(&symbol));
    assert!(about.all.len() < all.all.len(), "no more than is asked for is read");
}

#[test]
fn a_topic_is_a_series_through_the_sessions() {
    let mut all = texts().map(|(_, text)| text).to_vec();
    let other = |number: &str, date: &str, title: &str| {
        resolution(number, date, title, &["1. Decides to end."])
    };
    all.push(other("60/1", "1 May 2005", "Oceans and the law of the sea"));
    all.push(other("61/2", "2 May 2006", "The law of the sea and the oceans"));
    all.push(other("61/3", "2 May 2006", "Agriculture and food"));
    let (library, _) = in_memory(&all);
    let series = |symbol: &str| -> Vec<String> {
        let series = library.series(&seized::document::Symbol::new(symbol));
        let series = series.expect("the index is whole");
        series.into_iter().filter_map(|entry| entry.symbol).collect()
    };
    assert_eq!(series("A/RES/61/2"), ["A/RES/60/1", "A/RES/61/2"]);
    // Titles that say nearly the same, of which the newer cites the older.
    assert_eq!(series("A/RES/64/292"), ["A/RES/64/292", "A/RES/70/169", "A/RES/72/178"]);
    assert_eq!(series("A/RES/61/3"), ["A/RES/61/3"]);
    assert!(series("A/RES/1/1").is_empty());
}

/// Of pairs of an older and a newer resolution of one series, how many are found to be of one.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn series_of_real_resolutions_are_found() {
    let folder = support::corpus().join("library");
    let gathered = seized::opening::library::gather(
        &[folder.join("texts")],
        &seized::opening::library::Progress::default(),
        &|| true,
    );
    let library = gathered.library;
    let pairs = fs::read_to_string(folder.join("pairs.tsv")).expect("the pairs");
    let symbols: std::collections::HashMap<String, String> = library
        .files()
        .filter_map(|(_, filed)| {
            Some((filed.head.path.clone(), filed.head.parts[0].symbol.clone()?))
        })
        .collect();
    let (mut all, mut found) = (0, 0);
    for line in pairs.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let symbol =
            |at: usize| symbols.get(&format!("{}.txt", fields.get(at)?.trim_end_matches(".txt")));
        let (Some(older), Some(newer)) = (symbol(0), symbol(1)) else { continue };
        all += 1;
        let series = library.series(&seized::document::Symbol::new(newer));
        let series = series.expect("the index is whole");
        found += usize::from(series.iter().any(|entry| entry.symbol.as_ref() == Some(older)));
    }
    assert!(all > 100 && found * 10 >= all * 8, "{found} of {all}");
}

/// An archive beside the texts with one text in it.
fn archive(shelf: &Shelf) {
    let file = fs::File::create(shelf.path().join("texts/more.zip")).expect("made");
    let mut archive = zip::ZipWriter::new(file);
    archive.start_file("deep/b.txt", zip::write::SimpleFileOptions::default()).expect("a part");
    let title = "The right to be in archives";
    let text =
        resolution("71/5", "5 December 2016", title, &["1. Decides to stay in the archive."]);
    archive.write_all(text.as_bytes()).expect("its text");
    archive.finish().expect("an archive");
}

#[test]
fn a_document_in_an_archive_is_annotated_in_the_data_directory() {
    let shelf = Shelf::new();
    archive(&shelf);
    let (tags, list) = (["tags", "texts"], ["export", "texts"]);
    let before = shelf.found("tag:kept");
    let name = "texts/more.zip!/deep/b.txt";
    let (status, out, err) = shelf.run(&["tag", name, "OP1", "kept"]);
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.contains("added kept") && out.contains("kept in"), "{out}");
    assert!(!shelf.path().join("texts/more.zip!").exists(), "nothing is written beside it");
    let (_, shown, _) = shelf.run(&["show", name, "OP1"]);
    assert!(shown.contains("Decides to stay in the archive"), "{shown}");
    assert_eq!(
        (before.as_slice(), shelf.found("tag:kept")),
        ([].as_slice(), vec!["71/5 OP1".into()])
    );
    assert_eq!(shelf.json(&["find", "tag:kept", name]).len(), 1, "so it is where it is named");
    assert!(shelf.run(&tags).1.contains("1\tkept"));
    let exported = shelf.json(&list);
    assert_eq!((exported.len(), &exported[0]["source"]), (1, &Value::from(name)));
    let (_, out, err) = shelf.run(&["tags", "texts", "--rename", "kept", "filed"]);
    assert!(out.contains("1 annotation in 1 document"), "{out}{err}");
    assert_eq!(shelf.found("tag:filed"), ["71/5 OP1"], "and found by its new name");
}

#[test]
fn all_commands_find_the_same_documents() {
    let shelf = Shelf::new();
    archive(&shelf);
    shelf.write(".gitignore", "draft*\n");
    for name in ["draft-1.docx", "broken.docx"] {
        shelf.write(name, "PK\u{3}\u{4} and no more of an archive");
    }
    let tells = |said: &str, name: &str| said.lines().any(|line| line.contains(name));
    let (_, out, err) = shelf.run(&["check", "texts"]);
    assert!(tells(&out, "broken.docx"), "{out}{err}");
    assert!(!tells(&out, "draft-1.docx") && !tells(&err, "draft-1.docx"), "{out}{err}");
    let (_, _, err) = shelf.run(&["find", "archive", "texts"]);
    assert!(tells(&err, "broken.docx") && !tells(&err, "draft-1.docx"), "{err}");
    let (status, _, err) = shelf.run(&["check", "texts/draft-1.docx"]);
    assert!(status == 2 && tells(&err, "draft-1.docx"), "what is named is looked at: {err}");
}

#[test]
fn annotations_in_the_data_directory_are_found() {
    let shelf = Shelf::new();
    assert_eq!(shelf.found("tag:water"), [""; 0]);
    let (status, ..) = shelf.run(&["tag", "texts/A_RES_64_292.txt", "OP1", "water"]);
    assert_eq!(status, 0);
    assert_eq!(shelf.found("tag:water"), ["64/292 OP1"]);
    // As it is where the folder cannot be written: the same file in the data directory.
    let beside = shelf.path().join("texts/A_RES_64_292.txt.seized.ron");
    let text = fs::read_to_string(&beside).expect("it is there");
    fs::remove_file(beside).expect("removed");
    assert_eq!(shelf.found("tag:water"), [""; 0]);
    archive(&shelf);
    let (_, out, _) = shelf.run(&["tag", "texts/more.zip!/deep/b.txt", "OP1", "x"]);
    assert!(out.contains("kept in"), "{out}");
    let kept = support::files(&shelf.path().join("data/seized/annotations"));
    assert_eq!(kept.len(), 1, "{kept:?}");
    let full = shelf.path().canonicalize().expect("it is there").join("texts/A_RES_64_292.txt");
    let hash = blake3::hash(full.as_os_str().as_encoded_bytes()).to_hex();
    let name = format!("A_RES_64_292.txt.{}.seized.ron", &hash[..16]);
    fs::write(kept[0].with_file_name(name), text).expect("written");
    assert_eq!(shelf.found("tag:water"), ["64/292 OP1"]);
    assert!(shelf.run(&["tags", "texts"]).1.contains("1\twater"));
}

#[test]
fn two_programs_read_one_library_at_once() {
    let shelf = Shelf::new();
    for copy in 0..60 {
        let text = resolution(&format!("60/{}", copy + 1), "16 December 2005", "Copies", &[WATER]);
        shelf.write(&format!("copy{copy}.txt"), &text);
    }
    let start = || {
        let mut command = shelf.command(&["find", "--format", "json", "drinking", "texts"]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts")
    };
    let programs: Vec<_> = (0..4).map(|_| start()).collect();
    for program in programs {
        let output = program.wait_with_output().expect("it ends");
        let found: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a list");
        assert_eq!((found.len(), output.stderr.len()), (65, 0));
    }
    assert_eq!(shelf.found("drinking").len(), 65);
    let named: Vec<String> = shelf.segments();
    assert!(named.len() <= 4, "what one has made the others take: {named:?}");
}
