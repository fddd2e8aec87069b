//! The library of one folder, brought up to date: what the cache knows of it is compared with what is there now,
//! and what has changed is read. Killed at any moment it leaves a cache that is right for what it says. Knows
//! what is where, not what is in it.

use std::{
    collections::{HashMap, HashSet},
    fs::File,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::{SystemTime, UNIX_EPOCH},
};

use super::{Gathered, Progress, Seen, Unread, cache_of, empty, pool, read, walk};
use crate::{
    library::{Builder, Held, Segment},
    opening::full_path,
    store::cache::{Cache, Manifest, SegmentEntry, Stamp, UnreadEntry},
};

/// What was changed less long before it was read may have been changed again in the same moment: 2 s, since there
/// are file systems that count so.
const DOUBT: u64 = 2_000_000_000;
/// Segments of less than this are put together when there are more than so many.
const SMALL: u64 = 2 << 20;
const MOST_SMALL: usize = 8;

/// The library of a folder as the cache has it, whatever has changed since; nothing where it has none.
pub(super) fn as_kept(folder: &Path, held: &mut Vec<Held>) {
    let known = Known::open(Cache::known(&full_path(folder)).as_ref());
    let alive = known.newest();
    held.extend(known.segments.into_iter().zip(alive).map(|(segment, alive)| Held {
        segment,
        alive,
        prefix: prefix(folder),
    }));
}

/// What the cache knows of a folder.
struct Known {
    manifest: Manifest,
    segments: Vec<Arc<Segment>>,
    sizes: Vec<u64>,
}

/// What is to be done.
#[derive(Default)]
struct Plan {
    /// For each segment and document whether it is as it was.
    alive: Vec<Vec<bool>>,
    /// What is to be read.
    to_read: Vec<Seen>,
    /// What cannot be read, as is known from before.
    unread: Vec<UnreadEntry>,
    /// What was in doubt, or had another time, and is as it was: its stamps now.
    confirmed: Vec<(usize, usize, Stamp)>,
    /// Whether the manifest says otherwise.
    is_changed: bool,
}

/// Adds the library of a folder.
pub(super) fn add(
    folder: &Path,
    progress: &Progress,
    goes_on: &(dyn Fn() -> bool + Sync),
    held: &mut Vec<Held>,
    gathered: &mut Gathered,
) {
    let cache = cache_of(folder);
    // What is there and what is known of it do not wait for each other.
    let (walked, opened) = thread::scope(|scope| {
        let opening = scope.spawn(|| Known::open(cache.as_ref().ok()));
        let walked = walk::below(folder);
        (walked, opening.join())
    });
    let mut known = opened.unwrap_or_else(|_| Known::open(None));
    let prefix = prefix(folder);
    let name = |path: &str| format!("{prefix}{path}");
    let unread = walked.unread.into_iter();
    gathered.unread.extend(unread.map(|(path, reason)| Unread { path: name(&path), reason }));
    let cache = cache.map_err(|complaint| gathered.complaints.push(complaint)).ok();
    let mut plan = Plan::of(&known, &walked.seen);
    let mut turn = None;
    if let Some(cache) = cache.as_ref().filter(|_| plan.is_changed) {
        turn = cache.lock(goes_on);
        // While one waited, another program may have done it.
        known = Known::open(Some(cache));
        plan = Plan::of(&known, &walked.seen);
    }
    let done = bring_up_to_date(
        cache.as_ref().filter(|_| turn.is_some()),
        &known,
        &mut plan,
        progress,
        goes_on,
    );
    gathered.is_partial |= done.is_partial;
    gathered.read += done.segments.iter().map(|(_, files)| files.len()).sum::<usize>();
    gathered.complaints.extend(done.complaint.map(|why| {
        format!(
            "the index of {} cannot be kept, and is made again next time: {why}",
            folder.display()
        )
    }));
    drop::<Option<File>>(turn);
    for entry in plan.unread {
        gathered.unread.push(Unread { path: name(&entry.path), reason: entry.reason });
    }
    let old = known.segments.into_iter().zip(plan.alive);
    let new = done.segments.into_iter().map(|(segment, files)| (segment, vec![true; files.len()]));
    held.extend(
        old.chain(new).filter(|(_, alive)| alive.contains(&true)).map(|(segment, alive)| Held {
            segment,
            alive,
            prefix: prefix.clone(),
        }),
    );
}

/// Reads what is to be read, and writes what came of it where there is a cache to write.
fn bring_up_to_date(
    cache: Option<&Cache>,
    known: &Known,
    plan: &mut Plan,
    progress: &Progress,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> pool::Done {
    let writer = Writer {
        cache,
        manifest: Mutex::new(known.manifest.clone()),
        seen: &plan.to_read,
        complaint: Mutex::default(),
    };
    let keep = |builder: &mut Builder, files: &[usize]| writer.keep(builder, files);
    let mut done = pool::read(&plan.to_read, progress, goes_on, &keep);
    plan.unread.extend(done.unread.iter().map(|(at, reason)| UnreadEntry {
        path: plan.to_read[*at].path.clone(),
        stamp: as_read(plan.to_read[*at].stamp),
        reason: reason.clone(),
    }));
    if plan.is_changed {
        writer.finish(plan);
    }
    done.complaint = writer.complaint.into_inner().unwrap_or_else(PoisonError::into_inner);
    done
}

/// The folder as it was named, and a stroke.
fn prefix(folder: &Path) -> String {
    let name = folder.display().to_string();
    if name.ends_with('/') { name } else { format!("{name}/") }
}

/// A stamp of a file that is read now: in doubt where it was changed just before.
fn as_read(stamp: Stamp) -> Stamp {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_nanos());
    let last = stamp.changed.max(stamp.annotations.1);
    Stamp { is_in_doubt: now < u128::from(last) + u128::from(DOUBT), ..stamp }
}

impl Known {
    /// What a cache knows; segments that are gone or damaged are as if they had never been.
    fn open(cache: Option<&Cache>) -> Self {
        let mut manifest = cache.map(Cache::manifest).unwrap_or_default();
        let (mut segments, mut sizes) = (Vec::new(), Vec::new());
        manifest.segments.retain(|entry| {
            let source = cache.and_then(|cache| cache.segment(&entry.name).ok());
            let Some(source) = source else { return false };
            let size = source.size();
            let Ok(segment) = Segment::open(source) else { return false };
            let count = segment.len();
            let is_whole = count == entry.stamps.len() && count == entry.paths.len();
            if is_whole {
                segments.push(Arc::new(segment));
                sizes.push(size);
            }
            is_whole
        });
        Self { manifest, segments, sizes }
    }

    /// For each segment and document whether it is the newest of its path: while what has changed is read, and where
    /// that was broken off, an older one is there too.
    fn newest(&self) -> Vec<Vec<bool>> {
        let mut met = HashSet::new();
        let mut alive = Vec::new();
        for entry in self.manifest.segments.iter().rev() {
            let documents = entry.paths.iter().zip(&entry.stamps);
            alive
                .push(documents.map(|(path, stamp)| stamp.is_some() && met.insert(path)).collect());
        }
        alive.reverse();
        alive
    }

    /// Segments that are not worth keeping: small ones where there are many, and those of which most is gone.
    fn is_to_be_replaced(&self, alive: &[Vec<bool>]) -> Vec<bool> {
        let small = self.sizes.iter().filter(|size| **size < SMALL).count();
        let is_small = |size: u64| small > MOST_SMALL && size < SMALL;
        let is_mostly_gone =
            |alive: &Vec<bool>| alive.iter().filter(|alive| **alive).count() * 2 < alive.len();
        self.sizes
            .iter()
            .zip(alive)
            .map(|(size, alive)| is_small(*size) || is_mostly_gone(alive))
            .collect()
    }
}

impl Plan {
    fn of(known: &Known, seen: &[Seen]) -> Self {
        let mut plan = Self {
            alive: known.segments.iter().map(|segment| vec![false; segment.len()]).collect(),
            ..Self::default()
        };
        // The newest, where a killed program has left two.
        let mut places: HashMap<&str, (usize, usize)> = HashMap::new();
        for (at, entry) in known.manifest.segments.iter().enumerate() {
            for (file, path) in entry.paths.iter().enumerate() {
                places.insert(path, (at, file));
            }
        }
        let unread: HashMap<&str, &UnreadEntry> =
            known.manifest.unread.iter().map(|entry| (entry.path.as_str(), entry)).collect();
        let mut at_place: HashMap<(usize, usize), &Seen> = HashMap::new();
        for file in seen {
            let place = places.get(file.path.as_str()).copied();
            let place = place.filter(|(at, index)| known.is_as_it_was(*at, *index, file));
            let failed = unread
                .get(file.path.as_str())
                .filter(|entry| entry.stamp.is_same(&file.stamp) && !entry.stamp.is_in_doubt);
            match (place, failed) {
                (Some((at, index)), _) => {
                    plan.alive[at][index] = true;
                    let stamp = known.manifest.segments[at].stamps[index].unwrap_or_default();
                    if stamp != file.stamp {
                        plan.confirmed.push((at, index, as_read(file.stamp)));
                    }
                    at_place.insert((at, index), file);
                }
                (None, Some(entry)) => plan.unread.push((*entry).clone()),
                (None, None) => plan.to_read.push(file.clone()),
            }
        }
        plan.is_changed = !plan.to_read.is_empty()
            || !plan.confirmed.is_empty()
            || plan.unread.len() != known.manifest.unread.len()
            || plan.alive.iter().zip(&known.manifest.segments).any(|(alive, entry)| {
                entry.stamps.iter().zip(alive).any(|(stamp, alive)| stamp.is_some() != *alive)
            });
        if plan.is_changed {
            plan.replace(known, &at_place);
        }
        plan
    }

    /// Reads again what is in segments that are not worth keeping.
    fn replace(&mut self, known: &Known, at_place: &HashMap<(usize, usize), &Seen>) {
        let is_replaced = known.is_to_be_replaced(&self.alive);
        let mut again: Vec<Seen> = Vec::new();
        for ((at, index), file) in at_place {
            if is_replaced[*at] {
                self.alive[*at][*index] = false;
                again.push((*file).clone());
            }
        }
        self.to_read.extend(again);
        self.to_read.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    }
}

impl Known {
    /// Whether a document of a segment is what its file says now. Where only the time differs, or is in doubt,
    /// its bytes tell.
    fn is_as_it_was(&self, segment: usize, index: usize, file: &Seen) -> bool {
        let entry = self.manifest.segments.get(segment);
        let stamp = entry.and_then(|entry| entry.stamps.get(index)).copied().flatten();
        let Some(stamp) = stamp else { return false };
        if stamp.is_same(&file.stamp) && !stamp.is_in_doubt {
            return true;
        }
        let is_candidate = stamp.length == file.stamp.length
            && stamp.annotations == file.stamp.annotations
            && file.stamp.annotations.1 == 0;
        let filed = self.segments.get(segment).and_then(|segment| segment.file(index));
        is_candidate
            && filed.is_some_and(|filed| {
                read::bytes(file).is_ok_and(|bytes| read::hash(&bytes) == filed.head.hash)
            })
    }
}

/// Writes segments and the manifest while files are read.
struct Writer<'a> {
    cache: Option<&'a Cache>,
    manifest: Mutex<Manifest>,
    seen: &'a [Seen],
    /// Why something could not be written.
    complaint: Mutex<Option<String>>,
}

impl Writer<'_> {
    /// Writes what has been read so far; where that cannot be, it is kept in memory.
    fn keep(&self, builder: &mut Builder, files: &[usize]) -> Option<Arc<Segment>> {
        let bytes = builder.finish();
        let written = self.cache.and_then(|cache| match cache.write_segment(&bytes) {
            Ok(name) => Some((cache, name)),
            Err(cause) => {
                self.complain(&cause);
                None
            }
        });
        if let Some((cache, name)) = written {
            let segment = cache.segment(&name).ok().and_then(|source| Segment::open(source).ok());
            if segment.is_some() {
                let stamps = files.iter().map(|at| Some(as_read(self.seen[*at].stamp))).collect();
                let paths = files.iter().map(|at| self.seen[*at].path.clone()).collect();
                let mut manifest = lock(&self.manifest);
                manifest.segments.push(SegmentEntry { name, stamps, paths });
                if let Err(cause) = cache.write_manifest(&manifest) {
                    self.complain(&cause);
                }
                return segment.map(Arc::new);
            }
        }
        Some(Arc::new(Segment::open(Box::new(bytes)).unwrap_or_else(|_| empty())))
    }

    /// Writes what is known in the end.
    fn finish(&self, plan: &Plan) {
        let Some(cache) = self.cache else { return };
        let mut manifest = lock(&self.manifest);
        let by_path: HashMap<&str, &Seen> =
            self.seen.iter().map(|seen| (seen.path.as_str(), seen)).collect();
        for (entry, alive) in manifest.segments.iter_mut().zip(&plan.alive) {
            for ((stamp, alive), path) in entry.stamps.iter_mut().zip(alive).zip(&entry.paths) {
                if !alive || by_path.contains_key(path.as_str()) {
                    *stamp = None;
                }
            }
        }
        for (at, index, stamp) in &plan.confirmed {
            let entry = manifest.segments.get_mut(*at);
            if let Some(Some(known)) = entry.and_then(|entry| entry.stamps.get_mut(*index)) {
                *known = *stamp;
            }
        }
        manifest.segments.retain(|entry| entry.stamps.iter().any(Option::is_some));
        let mut paths = HashSet::new();
        manifest.unread = plan.unread.clone();
        manifest.unread.retain(|entry| paths.insert(entry.path.clone()));
        match cache.write_manifest(&manifest) {
            Ok(()) => cache.sweep(&manifest),
            Err(cause) => self.complain(&cause),
        }
    }

    fn complain(&self, cause: &std::io::Error) {
        lock(&self.complaint).get_or_insert_with(|| walk::reason(cause));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
