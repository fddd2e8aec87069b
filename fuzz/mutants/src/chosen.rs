
/// Whether this mutant was chosen: by the number in `SEIZED_MUTANT`. With `SEIZED_REACHED`, the name of a file,
/// none is, and the file gets the number of each that was asked for. A process that was given no environment
/// looks into that of its ancestors.
#[doc(hidden)]
pub fn mutant(id: u32) -> bool {
    use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
    static CHOSEN: AtomicU32 = AtomicU32::new(u32::MAX);
    static REACHED: std::sync::OnceLock<(String, Vec<AtomicBool>)> = std::sync::OnceLock::new();
    fn ancestral(name: &str) -> Option<String> {
        let head = format!("{name}=");
        let mut process = String::from("self");
        while process != "0" {
            let environment = std::fs::read(format!("/proc/{process}/environ")).ok()?;
            let mut pairs = environment.split(|byte| *byte == 0);
            if let Some(value) = pairs.find_map(|pair| pair.strip_prefix(head.as_bytes())) {
                return String::from_utf8(value.to_vec()).ok();
            }
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            process = stat.rsplit(')').next()?.split_whitespace().nth(1)?.to_owned();
        }
        None
    }
    let mut chosen = CHOSEN.load(Relaxed);
    if chosen == u32::MAX {
        chosen = ancestral("SEIZED_MUTANT").and_then(|id| id.parse().ok()).unwrap_or(0);
        if let Some(file) = ancestral("SEIZED_REACHED") {
            let seen = std::iter::repeat_with(|| AtomicBool::new(false)).take(1 << 16).collect();
            REACHED.get_or_init(|| (file, seen));
            chosen = u32::MAX - 1;
        }
        CHOSEN.store(chosen, Relaxed);
    }
    if chosen == u32::MAX - 1
        && let Some((file, seen)) = REACHED.get()
        && seen.get(id as usize).is_some_and(|seen| !seen.swap(true, Relaxed))
        && let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(file)
    {
        let _ = std::io::Write::write_all(&mut file, format!("{id}\n").as_bytes());
    }
    chosen == id
}

/// One of two iterators.
#[doc(hidden)]
#[derive(Clone)]
pub enum EitherOfTwo<A, B> {
    Left(A),
    Right(B),
}

impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for EitherOfTwo<A, B> {
    type Item = A::Item;
    fn next(&mut self) -> Option<A::Item> {
        match self {
            Self::Left(one) => one.next(),
            Self::Right(other) => other.next(),
        }
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Left(one) => one.size_hint(),
            Self::Right(other) => other.size_hint(),
        }
    }
}

impl<A: DoubleEndedIterator, B: DoubleEndedIterator<Item = A::Item>> DoubleEndedIterator
    for EitherOfTwo<A, B>
{
    fn next_back(&mut self) -> Option<A::Item> {
        match self {
            Self::Left(one) => one.next_back(),
            Self::Right(other) => other.next_back(),
        }
    }
}

impl<A: ExactSizeIterator, B: ExactSizeIterator<Item = A::Item>> ExactSizeIterator
    for EitherOfTwo<A, B>
{
}
