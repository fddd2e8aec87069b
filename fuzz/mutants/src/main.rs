//! How many mutants the tests catch, of some thousand at once: all are compiled into one copy of the project, a
//! number chooses one, and only the tests that reach it are run. `README.md` says how, and what it leaves out.

mod compile;
mod list;
mod trial;
mod weave;

use list::Mutant;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use trial::{End, Test};

const USAGE: &str = "\
mutants weave DIR SEED COUNT ROOM...   a copy of the project with so many mutants of each room
mutants again DIR BEFORE               a copy with those that survived in the folder BEFORE
mutants trace DIR                      which test reaches which mutant
mutants try DIR SECONDS                runs them, each so long at most, and goes on where it was stopped
mutants tell DIR                       the figures, and who survived

To be run from the root of the project; DIR is made, outside of it.";

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
enum Fate {
    Caught,
    TooLong,
    /// Every test that reaches it passes.
    Missed,
    /// Those that were tried pass; there are more.
    Open,
    /// No test reaches it.
    Unreached,
    /// It does not compile.
    Unviable,
}

#[derive(Deserialize, Serialize)]
struct Outcome {
    id: u32,
    fate: Fate,
    /// The test that failed first.
    by: String,
    /// How many parcels of tests were tried.
    parcels: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["weave", dir, seed, count, rooms @ ..] => sampled(Path::new(dir), seed, count, rooms),
        ["again", dir, before] => survivors(Path::new(dir), Path::new(before)),
        ["trace", dir] => trace(Path::new(dir)),
        ["try", dir, seconds] => try_all(Path::new(dir), seconds),
        ["tell", dir] => tell(Path::new(dir)),
        _ => Err(USAGE.to_owned()),
    };
    if let Err(error) = done {
        eprintln!("{error}");
        std::process::exit(2);
    }
}

fn read<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T, String> {
    let text = fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_slice(&text).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, value: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_vec_pretty(value).map_err(|e| e.to_string())?;
    fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// The last that is known of each mutant.
fn outcomes(dir: &Path) -> Vec<Outcome> {
    let text = fs::read_to_string(dir.join("outcomes")).unwrap_or_default();
    let all = text.lines().filter_map(|line| serde_json::from_str::<Outcome>(line).ok());
    let last: BTreeMap<u32, Outcome> = all.map(|outcome| (outcome.id, outcome)).collect();
    last.into_values().collect()
}

type Files = BTreeMap<String, weave::File>;

/// The mutants that are not computed when compiling, and their files.
fn candidates(project: &Path) -> Result<(Vec<Mutant>, Files, usize), String> {
    let all = list::all(project)?;
    let mut files = BTreeMap::new();
    for name in all.iter().map(|mutant| &mutant.file).collect::<BTreeSet<_>>() {
        let text = fs::read_to_string(project.join(name)).map_err(|e| format!("{name}: {e}"))?;
        files.insert(name.clone(), weave::File::new(&text)?);
    }
    let total = all.len();
    let kept: Vec<Mutant> = all.into_iter().filter(|m| !files[&m.file].is_constant(m)).collect();
    let left_out = total - kept.len();
    Ok((kept, files, left_out))
}

fn sampled(dir: &Path, seed: &str, count: &str, rooms: &[&str]) -> Result<(), String> {
    let project = std::env::current_dir().map_err(|e| e.to_string())?;
    let number = |text: &str| text.parse::<u64>().map_err(|e| format!("{text}: {e}"));
    let (mutants, files, left_out) = candidates(&project)?;
    println!("{} mutants, {left_out} more when compiling", mutants.len());
    let rooms: Vec<String> = rooms.iter().map(|&room| room.to_owned()).collect();
    let drawn = list::sample(mutants, &rooms, number(count)? as usize, number(seed)?);
    plan(&project, dir, drawn, &files)
}

fn survivors(dir: &Path, before: &Path) -> Result<(), String> {
    let project = std::env::current_dir().map_err(|e| e.to_string())?;
    let known: Vec<Mutant> = read(&before.join("mutants.json"))?;
    let survived =
        |outcome: &&Outcome| matches!(outcome.fate, Fate::Missed | Fate::Unreached | Fate::Open);
    let of = outcomes(before);
    let ids: Vec<u32> = of.iter().filter(survived).map(|outcome| outcome.id).collect();
    let keys: BTreeSet<&str> =
        ids.iter().filter_map(|id| known.get(*id as usize - 1)).map(|m| m.key.as_str()).collect();
    let (mutants, files, _) = candidates(&project)?;
    let again: Vec<Mutant> =
        mutants.into_iter().filter(|mutant| keys.contains(mutant.key.as_str())).collect();
    let found: BTreeSet<&str> = again.iter().map(|mutant| mutant.key.as_str()).collect();
    for key in keys.difference(&found) {
        println!("gone: {key}");
    }
    plan(&project, dir, again, &files)
}

/// Weaves mutants in, and takes out what does not compile.
fn plan(project: &Path, dir: &Path, mutants: Vec<Mutant>, files: &Files) -> Result<(), String> {
    let tree = dir.join("tree");
    fs::create_dir_all(dir).map_err(|e| e.to_string())?;
    compile::copy(project, &tree)?;
    write(&dir.join("mutants.json"), &mutants)?;
    let mut unviable: BTreeSet<u32> = BTreeSet::new();
    let numbered: Vec<(u32, &Mutant)> = (1..).zip(&mutants).collect();
    let hopeless = numbered.iter().filter(|(_, m)| files[&m.file].is_unviable(m));
    unviable.extend(hopeless.map(|(id, _)| *id));
    loop {
        let viable: Vec<(u32, &Mutant)> =
            numbered.iter().filter(|(id, _)| !unviable.contains(id)).copied().collect();
        compile::weave(project, &tree, &viable, files)?;
        let (wrong, others) = compile::wrong(&tree)?;
        println!("{} of {} compile", viable.len() - wrong.len(), numbered.len());
        if wrong.is_empty() {
            if others.is_empty() {
                break;
            }
            return Err(others.join("\n"));
        }
        unviable.extend(wrong);
    }
    let mut file = fs::File::create(dir.join("outcomes")).map_err(|e| e.to_string())?;
    for id in unviable {
        note(&mut file, &Outcome { id, fate: Fate::Unviable, by: String::new(), parcels: 0 })?;
    }
    Ok(())
}

fn note(file: &mut fs::File, outcome: &Outcome) -> Result<(), String> {
    let line = serde_json::to_string(outcome).map_err(|e| e.to_string())?;
    writeln!(file, "{line}").map_err(|e| e.to_string())
}

/// Calls with each number below a count, on two threads.
fn by_two(count: usize, work: impl Fn(usize) -> Result<(), String> + Sync) -> Result<(), String> {
    let next = AtomicUsize::new(0);
    let worker = || -> Result<(), String> {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return Ok(());
            }
            work(at)?;
        }
    };
    std::thread::scope(|scope| {
        let threads = [scope.spawn(worker), scope.spawn(worker)];
        threads.into_iter().try_for_each(|thread| {
            thread.join().map_err(|_| "a thread panicked".to_owned()).and_then(|done| done)
        })
    })
}

fn trace(dir: &Path) -> Result<(), String> {
    let dir = fs::canonicalize(dir).map_err(|e| e.to_string())?;
    let tree = dir.join("tree");
    let mut all: Vec<(PathBuf, String)> = Vec::new();
    for (_, program) in compile::tests(&tree)? {
        let names = trial::names(&tree, &program)?;
        all.extend(names.into_iter().map(|name| (program.clone(), name)));
    }
    let found = Mutex::new(Vec::new());
    by_two(all.len(), |at| {
        let (program, name) = &all[at];
        let test = trial::trace(&tree, &dir.join(format!("reached{at}")), program, name)?;
        let _ = fs::remove_file(dir.join(format!("reached{at}")));
        if !test.passes {
            println!("fails of itself: {name}");
        }
        found.lock().map_err(|e| e.to_string())?.push(test);
        Ok(())
    })?;
    let mut tests: Vec<Test> = found.into_inner().map_err(|e| e.to_string())?;
    tests.sort_by(|a, b| a.name.cmp(&b.name));
    let seconds: f64 = tests.iter().map(|test| test.seconds).sum();
    println!("{} tests, {seconds:.0} s", tests.len());
    write(&dir.join("tests.json"), &tests)
}

/// The tests in the order in which they are tried: those that reach little and are quick come first; in parcels
/// of one program each, the first small.
fn parcels<'a>(tests: &[&'a Test]) -> Vec<Vec<&'a Test>> {
    let mut order = tests.to_vec();
    let weight = |test: &Test| (test.seconds + 0.02) * (test.reached.len() as f64 + 20.0);
    order.sort_by(|a, b| weight(a).total_cmp(&weight(b)));
    let (mut limit, mut out) = (0.6, Vec::new());
    while !order.is_empty() {
        let mut spent = 0.0;
        let mut parcel: BTreeMap<&Path, Vec<&Test>> = BTreeMap::new();
        let count = order.iter().take_while(|test| {
            let fits = spent == 0.0 || spent + test.seconds < limit;
            spent += test.seconds;
            fits
        });
        for test in order.drain(..count.count()) {
            parcel.entry(&test.program).or_default().push(test);
        }
        out.extend(parcel.into_values());
        limit *= 3.0;
    }
    out
}

/// What becomes of a mutant with the tests that reach it, from some parcel on; open where the parcels tried took
/// so many seconds without the mutant.
fn fate(
    tree: &Path,
    id: u32,
    tests: &[&Test],
    from: usize,
    budget: f64,
) -> Result<Outcome, String> {
    let ended = |fate, by, parcels| Ok(Outcome { id, fate, by, parcels });
    if tests.is_empty() {
        return ended(Fate::Unreached, String::new(), 0);
    }
    let chosen = id.to_string();
    let mut spent = 0.0;
    for (at, parcel) in parcels(tests).into_iter().enumerate().skip(from) {
        let names: Vec<&str> = parcel.iter().map(|test| test.name.as_str()).collect();
        let seconds: f64 = parcel.iter().map(|test| test.seconds).sum();
        if at > from && spent + seconds > budget {
            return ended(Fate::Open, String::new(), at);
        }
        spent += seconds;
        let limit = Duration::from_secs_f64(seconds * 5.0 + 10.0);
        let run = |names: &[&str]| {
            trial::run(tree, &parcel[0].program, names, ("SEIZED_MUTANT", &chosen), limit)
        };
        match run(&names)? {
            End::Passed => {}
            End::TooLong => return ended(Fate::TooLong, names.join(" "), at),
            End::Failed(failed) => {
                // Once more, alone: it must not be by chance.
                let failed: Vec<&str> = failed.iter().map(String::as_str).take(3).collect();
                if failed.is_empty() || !matches!(run(&failed)?, End::Passed) {
                    let by = if failed.is_empty() { &names } else { &failed };
                    return ended(Fate::Caught, by.join(" "), at);
                }
            }
        }
    }
    ended(Fate::Missed, String::new(), 0)
}

fn try_all(dir: &Path, seconds: &str) -> Result<(), String> {
    let budget: f64 = seconds.parse().map_err(|e| format!("{seconds}: {e}"))?;
    let dir = fs::canonicalize(dir).map_err(|e| e.to_string())?;
    let mutants: Vec<Mutant> = read(&dir.join("mutants.json"))?;
    let tests: Vec<Test> = read(&dir.join("tests.json"))?;
    let mut from: BTreeMap<u32, usize> = (1..=mutants.len() as u32).map(|id| (id, 0)).collect();
    for outcome in outcomes(&dir) {
        match outcome.fate {
            Fate::Open => from.insert(outcome.id, outcome.parcels),
            _ => from.remove(&outcome.id),
        };
    }
    let mut reaching: BTreeMap<u32, Vec<&Test>> = BTreeMap::new();
    for test in tests.iter().filter(|test| test.passes) {
        for id in &test.reached {
            reaching.entry(*id).or_default().push(test);
        }
    }
    let open: Vec<(u32, usize)> = from.into_iter().collect();
    let mut file = fs::OpenOptions::new();
    let file = file.append(true).open(dir.join("outcomes")).map_err(|e| e.to_string())?;
    let file = Mutex::new(file);
    by_two(open.len(), |at| {
        let (id, from) = open[at];
        let of = reaching.get(&id).map(Vec::as_slice).unwrap_or_default();
        let outcome = fate(&dir.join("tree"), id, of, from, budget)?;
        note(&mut *file.lock().map_err(|e| e.to_string())?, &outcome)
    })?;
    tell(&dir)
}

/// The share in percent and its interval (Wilson, 95 %).
fn interval(part: usize, whole: usize) -> (f64, f64, f64) {
    let (n, z) = (whole as f64, 1.96_f64);
    let p = part as f64 / n;
    let middle = p + z * z / (2.0 * n);
    let spread = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let by = 1.0 + z * z / n;
    (100.0 * p, 100.0 * (middle - spread) / by, 100.0 * (middle + spread) / by)
}

fn tell(dir: &Path) -> Result<(), String> {
    let mutants: Vec<Mutant> = read(&dir.join("mutants.json"))?;
    let mut rooms: BTreeMap<&str, Vec<(&Mutant, Outcome)>> = BTreeMap::new();
    for outcome in outcomes(dir) {
        let mutant = &mutants[outcome.id as usize - 1];
        rooms.entry(mutant.room()).or_default().push((mutant, outcome));
    }
    let mut lines = Vec::new();
    for (room, found) in &mut rooms {
        found.sort_by_key(|(_, outcome)| outcome.id);
        let count = |fate| found.iter().filter(|(_, outcome)| outcome.fate == fate).count();
        let caught = count(Fate::Caught) + count(Fate::TooLong);
        let missed = count(Fate::Missed) + count(Fate::Unreached) + count(Fate::Open);
        let (share, low, high) = interval(caught, (caught + missed).max(1));
        println!(
            "{room}: {caught} of {} caught ({} too long), {share:.1} % ({low:.1}–{high:.1}); {} reached by no test; {} do not compile",
            caught + missed,
            count(Fate::TooLong),
            count(Fate::Unreached),
            count(Fate::Unviable),
        );
        for (mutant, outcome) in found {
            match outcome.fate {
                Fate::Missed => lines.push(format!("{} missed {}", outcome.id, mutant.name)),
                Fate::Unreached => lines.push(format!("{} unreached {}", outcome.id, mutant.name)),
                Fate::Open => lines.push(format!("{} open {}", outcome.id, mutant.name)),
                _ => {}
            }
        }
    }
    println!("{}", lines.join("\n"));
    Ok(())
}
