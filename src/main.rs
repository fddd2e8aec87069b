//! The program. Everything it does is in the library.

fn main() -> std::process::ExitCode {
    seized::cli::main()
}
