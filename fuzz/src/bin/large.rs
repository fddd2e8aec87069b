//! Files that are far too much of one thing, through `seized check`: how long each takes and how much
//! memory, against the limits of the program. `cargo run --release --bin large -- PATH/TO/seized`
//! (Linux: it asks `/proc`).

use std::{
    env,
    error::Error,
    fs,
    path::Path,
    process::{Command, ExitCode, Stdio},
    thread,
    time::{Duration, Instant},
};

/// What any file may take.
const LONGEST: Duration = Duration::from_secs(2);
const LARGEST: u64 = 512 << 10;

/// The names and the texts of the files.
fn files() -> Vec<(&'static str, String)> {
    let body = "The General Assembly,\n\nRecalling ";
    let page = "<html><body><p>The General Assembly,</p><p>Recalling ";
    let marked = "# 1/1. Title\n\n*Recalling* [resolution 1](https://undocs.org/1)[^1]\n\n[^1]: A note.\n\n*Noting* ";
    let numbered = |n: usize, one: &dyn Fn(usize) -> String| (1..=n).map(one).collect::<String>();
    let links = numbered(500_000, &|i| format!("w<a href=\"#n{i}\"><sup>{i}</sup></a> "));
    let cited = numbered(200_000, &|i| format!("w<a href=\"#f{i}\"><sup>{i}</sup></a> "));
    let notes =
        numbered(200_000, &|i| format!("<p id=\"f{i}\"><sup>{i}</sup> Resolution {i}.</p>"));
    let known = "[A/RES/1/1](https://undocs.org/A/RES/1/1) ".repeat(200_000);
    vec![
        ("half a million links in a line.html", format!("{page}{links}</p>")),
        ("200,000 links to documents in a line.md", format!("{marked}{known}\n")),
        ("150,000 marks of one footnote.md", format!("{marked}{}\n", "word[^1] ".repeat(150_000))),
        (
            "150,000 marks of one footnote.txt",
            format!("{body}{}\n\n1. Decides.\n\n____\n1 A/1/1.\n", "word1 ".repeat(150_000)),
        ),
        ("three million numbers.txt", "1/1, ".repeat(3_000_000)),
        (
            "three million resolutions.txt",
            format!("{body}its resolutions {}", "1/1, ".repeat(3_000_000)),
        ),
        ("200,000 footnotes.html", format!("{page}{cited}</p>{notes}")),
        ("three million delimiters.md", format!("{marked}{}", "*a_".repeat(3_000_000))),
        ("a million delimiters.md", format!("{marked}{}", "*a_".repeat(490_000))),
    ]
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let program = env::args_os().nth(1).ok_or("which program?")?;
    let folder = env::temp_dir().join(format!("seized-large-{}", std::process::id()));
    fs::create_dir(&folder)?;
    let mut is_over = false;
    for (name, text) in files() {
        let path = folder.join(name);
        fs::write(&path, text)?;
        let (time, memory) = measured(Path::new(&program), &path)?;
        let too_much = time > LONGEST || memory > LARGEST;
        is_over |= too_much;
        let verdict = if too_much { "TOO MUCH" } else { "" };
        println!("{:5.2} s {:5} MB  {name} {verdict}", time.as_secs_f64(), memory >> 10);
    }
    fs::remove_dir_all(&folder)?;
    Ok(if is_over { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// How long the program takes, and how many kilobytes at most.
fn measured(program: &Path, file: &Path) -> Result<(Duration, u64), Box<dyn Error>> {
    let began = Instant::now();
    let mut command = Command::new(program);
    let mut child = command.arg("check").arg(file).stdout(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    while child.try_wait()?.is_none() {
        let said = fs::read_to_string(&status).unwrap_or_default();
        let peak = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        memory = memory.max(peak.unwrap_or(0));
        thread::sleep(Duration::from_millis(2));
    }
    Ok((began.elapsed(), memory))
}
