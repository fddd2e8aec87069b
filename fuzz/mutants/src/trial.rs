//! Tests, run with a mutant chosen. Knows the test programs of Rust; not what a mutant is.

use std::fs;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// One test.
#[derive(Clone, serde::Deserialize, serde::Serialize)]
pub struct Test {
    pub program: PathBuf,
    pub name: String,
    /// How long it takes alone.
    pub seconds: f64,
    /// Whether it passes with no mutant chosen.
    pub passes: bool,
    /// The mutants it reaches.
    pub reached: Vec<u32>,
}

/// How a run ended.
pub enum End {
    Passed,
    /// With the names of the tests that failed; none where the program was ended.
    Failed(Vec<String>),
    TooLong,
}

/// The tests of a program, without those that are ignored.
pub fn names(tree: &Path, program: &Path) -> Result<Vec<String>, String> {
    let list = |more: &[&str]| -> Result<Vec<String>, String> {
        let mut command = Command::new(program);
        command.args(["--list", "--format", "terse"]).args(more).current_dir(tree);
        let output = command.output().map_err(|e| format!("{}: {e}", program.display()))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.lines().filter_map(|line| line.strip_suffix(": test").map(str::to_owned)).collect())
    };
    let ignored = list(&["--ignored"])?;
    Ok(list(&[])?.into_iter().filter(|name| !ignored.contains(name)).collect())
}

/// Runs tests of one program in one process, with an environment, for so long at most.
pub fn run(
    tree: &Path,
    program: &Path,
    names: &[&str],
    environment: (&str, &str),
    limit: Duration,
) -> Result<End, String> {
    let mut command = Command::new("sh");
    // Neither memory without end nor a process that goes on when its test is gone.
    command.args(["-c", "ulimit -v 12000000; ulimit -t 300; exec \"$@\"", "sh"]);
    command.arg(program).args(names).args(["--exact", "--test-threads", "2"]);
    command.current_dir(tree).env("CARGO_MANIFEST_DIR", tree).env("INSTA_UPDATE", "no");
    command.env("RUST_BACKTRACE", "0").env(environment.0, environment.1).process_group(0);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|e| format!("sh: {e}"))?;
    let mut stdout = child.stdout.take();
    let reader = std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = stdout.as_mut().map(|stdout| stdout.read_to_end(&mut text));
        String::from_utf8_lossy(&text).into_owned()
    });
    let start = Instant::now();
    let mut pause = Duration::from_millis(2);
    loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            let group = format!("-{}", child.id());
            if !status.success() {
                let _ =
                    Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
            }
            let text = reader.join().unwrap_or_default();
            let failed = text.lines().filter_map(|line| {
                line.strip_prefix("test ")?.strip_suffix(" ... FAILED").map(str::to_owned)
            });
            return Ok(if status.success() { End::Passed } else { End::Failed(failed.collect()) });
        }
        if start.elapsed() > limit {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-9", "--", &group]).stderr(Stdio::null()).status();
            let _ = child.wait();
            return Ok(End::TooLong);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}

/// Runs one test alone and tells what it reaches.
pub fn trace(tree: &Path, scratch: &Path, program: &Path, name: &str) -> Result<Test, String> {
    let _ = fs::remove_file(scratch);
    let start = Instant::now();
    let file = scratch.display().to_string();
    let limit = Duration::from_secs(180);
    let end = run(tree, program, &[name], ("SEIZED_REACHED", &file), limit)?;
    let seconds = start.elapsed().as_secs_f64();
    let text = fs::read_to_string(scratch).unwrap_or_default();
    let mut reached: Vec<u32> = text.lines().filter_map(|line| line.parse().ok()).collect();
    reached.sort_unstable();
    reached.dedup();
    let passes = matches!(end, End::Passed);
    Ok(Test { program: program.to_owned(), name: name.to_owned(), seconds, passes, reached })
}
