//! Says how the program is linked; makes nothing.

#![allow(clippy::print_stdout, reason = "so a build script tells what it wants")]

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name, value: &str| env::var(name).is_ok_and(|own| own == value);
    // At an address of its own choice the program would have to write half a megabyte of addresses before it
    // begins: a third of the time in which it starts. It has no code without the checks of Rust that a random
    // address could guard.
    if is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("PROFILE", "release")
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
