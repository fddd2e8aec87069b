#![no_main]

use libfuzzer_sys::fuzz_target;
use seized_fuzz::{OPEN_DOCUMENT, answers, zipped};

fuzz_target!(|parts: &[u8]| answers(zipped(OPEN_DOCUMENT, parts)));
