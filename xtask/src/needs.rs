//! What must be on the machine, and putting it there where we know how (Debian and Ubuntu).

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::command::{self, command, content, on_path};
use crate::place;

/// Something that must be on the machine.
pub struct Need {
    /// What it is, in words.
    what: &'static str,
    /// Whether it is there.
    there: fn() -> bool,
    /// The Debian packages that bring it; none when we must not choose for the person (Node).
    packages: &'static [&'static str],
    /// What to do where we cannot install it.
    otherwise: &'static str,
}

const COMPILER: Need = Need {
    what: "a C compiler",
    there: || content("cc", &["--version"]),
    packages: &["build-essential"],
    otherwise: "Install a C compiler (Fedora: gcc; macOS: xcode-select --install; Windows: the Visual Studio C++ build tools).",
};

const PERL: Need = Need {
    what: "Perl and make, with which the cipher's OpenSSL is built",
    // Debian's perl-base has not all of Perl that OpenSSL wants.
    there: || {
        content("perl", &["-MIPC::Cmd", "-MFindBin", "-e", "1"])
            && (cfg!(windows) || on_path("make").is_some())
    },
    packages: &["perl", "make"],
    otherwise: "Install Perl and make (Fedora: perl-IPC-Cmd, perl-FindBin, make; Windows: Strawberry Perl, and NASM for the cipher's speed).",
};

const NODE: Need = Need {
    what: "Node 20.19 or newer with npm",
    there: || node_is_new_enough() && on_path(if cfg!(windows) { "npm.cmd" } else { "npm" }).is_some(),
    packages: &[],
    otherwise: "Install Node 20.19 or newer from nodejs.org, then run this again.",
};

const WEB_VIEW: Need = Need {
    what: "WebKitGTK 4.1, which draws the window",
    there: || !cfg!(target_os = "linux") || content("pkg-config", &["--exists", "webkit2gtk-4.1"]),
    packages: &["libwebkit2gtk-4.1-dev", "pkg-config"],
    otherwise: "Install the development files of WebKitGTK 4.1 (Fedora: webkit2gtk4.1-devel; Arch: webkit2gtk-4.1).",
};

const DISPLAY: Need = Need {
    what: "a display without a screen (xvfb) and a message bus, for the end-to-end tests",
    there: || {
        on_path("xvfb-run").is_some() && on_path("xauth").is_some() && on_path("dbus-run-session").is_some()
    },
    packages: &["xvfb", "xauth", "dbus"],
    otherwise: "Install xvfb, xauth and dbus.",
};

const DRIVER: Need = Need {
    what: "WebKitWebDriver, which presses the buttons in the end-to-end tests",
    there: || on_path("WebKitWebDriver").is_some(),
    packages: &["webkit2gtk-driver"],
    otherwise: "Install WebKitWebDriver (Debian: webkit2gtk-driver; Fedora: webkitgtk's driver package).",
};

const READERS: Need = Need {
    what: "readers of PDF (pdftotext, qpdf), to look into the documents that the tests make",
    there: || on_path("pdftotext").is_some() && on_path("qpdf").is_some(),
    packages: &["poppler-utils", "qpdf"],
    otherwise: "Install poppler-utils and qpdf.",
};

const OFFICE: Need = Need {
    what: "LibreOffice Writer, to open the Word files that the tests make",
    there: || on_path("soffice").is_some(),
    packages: &["libreoffice-writer-nogui"],
    otherwise: "Install LibreOffice Writer.",
};

const JAVA: Need = Need {
    what: "Java 17 or newer with its compiler, for the validator of tagged PDF",
    there: || on_path("javac").is_some() && std::path::Path::new("/usr/share/java/jaxb-api.jar").exists(),
    packages: &["default-jdk-headless", "libjaxb-java"],
    otherwise: "Install a Java development kit, 17 or newer, and JAXB.",
};

const SERVER: Need = Need {
    what: "PostgreSQL, for the stories of a shared board: a throwaway server of our own is started and stopped",
    there: || pledgeboard_test_server::programs().is_some(),
    packages: &["postgresql"],
    otherwise: "Install the server of PostgreSQL, 14 or newer.",
};

/// What the command line alone needs.
pub fn for_the_command_line() -> Result<()> {
    meet(&[COMPILER, PERL])
}

/// What the app needs.
pub fn for_the_app() -> Result<()> {
    meet(&[COMPILER, PERL, NODE, WEB_VIEW])
}

/// What a shared board's stories and figures need.
pub fn for_a_server() -> Result<()> {
    meet(&[COMPILER, PERL, SERVER])
}

/// What every test needs.
pub fn for_the_tests() -> Result<()> {
    if cfg!(target_os = "macos") {
        bail!(
            "Run `cargo test` instead: the end-to-end tests need Linux, because macOS has no driver for its web view."
        );
    }
    meet(&[COMPILER, PERL, NODE, WEB_VIEW, DISPLAY, DRIVER, READERS, OFFICE, JAVA, SERVER])
}

/// A program in Rust that is installed beside the build, once, if it is not on the path.
struct Tool {
    name: &'static str,
    version: &'static str,
    what: &'static str,
}

const TAURI_DRIVER: Tool =
    Tool { name: "tauri-driver", version: "2.1.0", what: "which the end-to-end tests talk to" };

const CARGO_DENY: Tool =
    Tool { name: "cargo-deny", version: "0.20.2", what: "which looks at the crates that we use" };

/// The program between the tests and the app.
pub fn tauri_driver() -> Result<PathBuf> {
    TAURI_DRIVER.installed()
}

/// What looks at licences, bans and advisories of crates.
pub fn cargo_deny() -> Result<PathBuf> {
    CARGO_DENY.installed()
}

impl Tool {
    fn installed(&self) -> Result<PathBuf> {
        let Self { name, version, what } = self;
        if let Some(found) = on_path(name) {
            return Ok(found);
        }
        let tools = place::target()?.join("tools");
        let tool = tools.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        if !tool.is_file() {
            println!("Installing {name} {version}, {what}");
            let root = tools.to_string_lossy();
            let mut install =
                command::cargo(&["install", name, "--version", version, "--locked", "--root", &root]);
            let help = format!("Connect to the internet and run this again: {name} could not be installed.");
            command::see(&mut install, &help)?;
        }
        Ok(tool)
    }
}

fn meet(needs: &[Need]) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let ours_to_choose = missing.iter().all(|need| !need.packages.is_empty());
    if !ours_to_choose || on_path("apt-get").is_none() {
        bail!("{}", what_to_do(&missing));
    }
    for need in &missing {
        println!("Installing {} ({})", need.what, need.packages.join(" "));
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    install(&packages)?;
    match missing.iter().find(|need| !(need.there)()) {
        None => Ok(()),
        Some(still) => bail!("{}\n  {} was installed but is not found", still.otherwise, still.what),
    }
}

fn what_to_do(missing: &[&Need]) -> String {
    missing
        .iter()
        .map(|need| format!("{}\n  missing: {}", need.otherwise, need.what))
        .collect::<Vec<_>>()
        .join("\n")
}

fn install(packages: &[&str]) -> Result<()> {
    let listed = packages.join(" ");
    let as_root = content("sh", &["-c", "[ \"$(id -u)\" = 0 ]"]);
    if !as_root && on_path("sudo").is_none() {
        bail!(
            "Ask whoever looks after this machine to run: apt-get install {listed}\n  we are not root, and there is no sudo"
        );
    }
    let apt = |arguments: &[&str]| {
        let mut words =
            vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"];
        if !as_root {
            words.insert(0, "sudo");
        }
        words.extend(arguments);
        command(words[0], &words[1..])
    };
    let mut wanted = vec!["install", "-y", "--no-install-recommends"];
    wanted.extend(packages);
    if command::hush(&mut apt(&wanted), "").is_ok() {
        return Ok(());
    }
    println!("Fetching the list of packages, and trying once more");
    let help = format!("Run `apt-get install {listed}` by hand and see what it says.");
    command::hush(&mut apt(&["update"]), &help)?;
    command::hush(&mut apt(&wanted), &help)?;
    Ok(())
}

fn node_is_new_enough() -> bool {
    let said = command("node", &["--version"]).output().map(|output| output.stdout).unwrap_or_default();
    new_enough(&String::from_utf8_lossy(&said))
}

fn new_enough(version: &str) -> bool {
    let mut numbers =
        version.trim().trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (20, 19)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_20_19_is_the_oldest_that_will_do() {
        assert!(!new_enough("v18.20.4\n"));
        assert!(!new_enough("v20.18.1"));
        assert!(new_enough("v20.19.0"));
        assert!(new_enough("v24.1.0"));
        assert!(!new_enough(""));
        assert!(!new_enough("no such program"));
    }

    #[test]
    fn what_is_missing_is_said_with_what_to_do_first() {
        let said = what_to_do(&[&NODE, &COMPILER]);
        assert!(said.starts_with("Install Node 20.19"), "{said}");
        assert!(said.contains("missing: a C compiler"), "{said}");
    }
}
