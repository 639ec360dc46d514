//! Runs the veraPDF engine, once for all files.

use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Debug)]
pub struct Verdict {
    pub passed: bool,
    pub profile: String,
    pub file: PathBuf,
    pub broken: Vec<String>,
}

/// From Debian's libjaxb-java; the engine's own copy does not run on Java 17.
const JAXB: [&str; 6] =
    ["jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation"];

pub fn check(files: &[PathBuf], profiles: &[&str]) -> Vec<Verdict> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance");
    let engine = folder.join("node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar");
    assert!(
        engine.exists(),
        "The PDF checker is not installed yet: run `cargo xtask test`, which fetches it."
    );
    let java = Path::new("/usr/share/java");
    assert!(
        java.join("jaxb-runtime.jar").exists(),
        "The PDF checker needs Java and JAXB: install the packages default-jdk-headless and libjaxb-java."
    );
    let classes = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance");
    std::fs::create_dir_all(&classes).unwrap();
    let mut path = vec![classes.clone()];
    path.extend(JAXB.iter().map(|name| java.join(format!("{name}.jar"))));
    path.push(engine);
    let path = std::env::join_paths(path).unwrap();

    let mut compiler = Command::new("javac");
    compiler.arg("-d").arg(&classes).arg("-cp").arg(&path).arg(folder.join("Conformance.java"));
    run(compiler);
    let mut engine = Command::new("java");
    engine.arg("-cp").arg(&path).arg("Conformance").arg(profiles.join(",")).args(files);
    run(engine).lines().map(verdict).collect()
}

fn run(mut command: Command) -> String {
    let output = command.output().unwrap_or_else(|error| {
        panic!("The PDF checker needs a Java development kit ({error}): install default-jdk-headless.")
    });
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn verdict(line: &str) -> Verdict {
    let mut parts = line.split('\t');
    let passed = parts.next() == Some("PASS");
    let profile = parts.next().unwrap().to_owned();
    let file = PathBuf::from(parts.next().unwrap());
    Verdict { passed, profile, file, broken: parts.map(str::to_owned).collect() }
}
