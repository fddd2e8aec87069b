//! Streams of a PDF, decompressed within bounds. A few hundred bytes can be made to inflate to
//! gigabytes, so whatever is decompressed for one file is counted, and an end is put to it.

use std::io::Read;

use flate2::bufread::DeflateDecoder;
use hayro_syntax::{
    Filter,
    object::{Dict, Object, Stream},
};

/// More than the texts of all resolutions of a session take, less than a machine's memory.
const MOST_BYTES: usize = 96 << 20;
/// Instructions of content: a page of a resolution has about two thousand.
const MOST_STEPS: usize = 8 << 20;
/// The same for a form, which is unpacked anew wherever it is set: forms that set ten forms each
/// take forever otherwise.
const FORM_STEPS: usize = 512;

/// The same for a run of its own: letters set wide apart, or from right to left, take memory each.
const RUN_STEPS: usize = 7;

/// What one file may still take of time and memory.
#[derive(Debug)]
pub(super) struct Budget {
    bytes: usize,
    steps: usize,
}

/// The file takes more than any document of its kind.
#[derive(Debug)]
pub(super) struct Exhausted;

impl Budget {
    pub(super) fn new() -> Self {
        Self { bytes: MOST_BYTES, steps: MOST_STEPS }
    }

    /// Takes one step; fails when there were too many.
    pub(super) fn step(&mut self) -> Result<(), Exhausted> {
        self.steps = self.steps.checked_sub(1).ok_or(Exhausted)?;
        Ok(())
    }

    /// Takes the steps of setting a form; fails when there were too many.
    pub(super) fn form(&mut self) -> Result<(), Exhausted> {
        self.take_steps(FORM_STEPS)
    }

    /// Takes the steps of a run; fails when there were too many.
    pub(super) fn run(&mut self) -> Result<(), Exhausted> {
        self.take_steps(RUN_STEPS)
    }

    /// Takes several steps; fails when there were too many.
    pub(super) fn take_steps(&mut self, steps: usize) -> Result<(), Exhausted> {
        self.steps = self.steps.checked_sub(steps).ok_or(Exhausted)?;
        Ok(())
    }

    fn take(&mut self, bytes: usize) -> Result<(), Exhausted> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(Exhausted)?;
        Ok(())
    }
}

/// The bytes of a stream, decompressed. A stream that is damaged gives what there is before the
/// damage; one in a format for pictures gives nothing.
///
/// # Errors
/// [`Exhausted`], where it is larger than what is left to the file.
pub(super) fn decode(stream: &Stream<'_>, budget: &mut Budget) -> Result<Vec<u8>, Exhausted> {
    let filters = stream.filters();
    let raw = stream.raw_data();
    match &filters[..] {
        [] => {
            budget.take(raw.len())?;
            Ok(raw.into_owned())
        }
        [Filter::FlateDecode] if !has_predictor(stream) => inflate(&raw, budget),
        // The other filters that text is ever stored with grow by a known factor at most.
        filters => {
            let growth: usize =
                filters.iter().map(growth).try_fold(1, usize::checked_mul).unwrap_or(0);
            if growth == 0 {
                return Ok(Vec::new());
            }
            budget.take(raw.len().saturating_mul(growth))?;
            Ok(stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default())
        }
    }
}

/// How many times longer a filter can make its input at most; zero for what holds no text.
fn growth(filter: &Filter) -> usize {
    match filter {
        Filter::FlateDecode => 1032,
        Filter::LzwDecode => 2048,
        Filter::RunLengthDecode => 64,
        Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::Crypt => 2,
        _ => 0,
    }
}

fn has_predictor(stream: &Stream<'_>) -> bool {
    let parameters = match stream.dict().get::<Object<'_>>("DecodeParms") {
        Some(Object::Dict(parameters)) => Some(parameters),
        Some(Object::Array(array)) => array.iter::<Dict<'_>>().next(),
        _ => None,
    };
    parameters.and_then(|p| p.get::<i32>("Predictor")).is_some_and(|predictor| predictor > 1)
}

/// Inflates `data`, whose header and check sum may be missing or wrong.
fn inflate(data: &[u8], budget: &mut Budget) -> Result<Vec<u8>, Exhausted> {
    let mut out = Vec::new();
    let limit = u64::try_from(budget.bytes).unwrap_or(u64::MAX).saturating_add(1);
    // What is damaged gives what was there before the damage.
    let _ = DeflateDecoder::new(deflated(data)).take(limit).read_to_end(&mut out);
    budget.take(out.len())?;
    Ok(out)
}

/// The data behind the two bytes of a zlib header, where there is one.
pub(super) fn deflated(data: &[u8]) -> &[u8] {
    match data {
        [method, flags, rest @ ..]
            if method & 0x0f == 8
                && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31)
                && flags & 0x20 == 0 =>
        {
            rest
        }
        _ => data,
    }
}
