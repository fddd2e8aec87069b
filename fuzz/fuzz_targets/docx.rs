#![no_main]

use libfuzzer_sys::fuzz_target;
use seized_fuzz::{WORD, answers, zipped};

fuzz_target!(|parts: &[u8]| answers(zipped(WORD, parts)));
