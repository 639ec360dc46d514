//! A throwaway PostgreSQL on this computer: made in a temporary folder, on a free port of loopback, gone when dropped.
//!
//! ```no_run
//! let server = pledgeboard_test_server::Server::start()?;
//! println!("{}/postgres", server.address());
//! # Ok::<(), std::io::Error>(())
//! ```

use std::{
    env, fs,
    io::{Error, Result},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

/// `postgres` may make databases and roles and is let in by its name; everybody else needs a password.
const WHO_MAY_COME: &str = "\
local all postgres trust
host all postgres 127.0.0.1/32 trust
host replication postgres 127.0.0.1/32 trust
host all all 127.0.0.1/32 scram-sha-256
";

/// A server that runs.
#[derive(Debug)]
pub struct Server {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

/// The folder of PostgreSQL's programs, where it is installed.
pub fn programs() -> Option<PathBuf> {
    let beside_each_other =
        |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("pg_ctl").is_file();
    // Debian keeps each version apart; the newest will do.
    let mut debian: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.flatten().map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    debian.sort_unstable();
    let path = env::var_os("PATH").unwrap_or_default();
    debian.into_iter().rev().chain(env::split_paths(&path)).find(beside_each_other)
}

impl Server {
    /// # Errors
    /// When PostgreSQL is not installed, or does not start.
    pub fn start() -> Result<Self> {
        let server = Self::in_new_folder()?;
        let data = server.data();
        server.run(
            "initdb",
            &["-D", &data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        )?;
        server.run_up()?;
        Ok(server)
    }

    /// A second server that follows this one, as a council's standby does.
    ///
    /// # Errors
    /// When it cannot be copied, or does not start.
    pub fn standby(&self) -> Result<Self> {
        let standby = Self::in_new_folder()?;
        let (data, from) = (standby.data(), self.port.to_string());
        standby.run(
            "pg_basebackup",
            &[
                "-D",
                &data,
                "-h",
                "127.0.0.1",
                "-p",
                &from,
                "-U",
                "postgres",
                "-R",
                "-X",
                "stream",
                "-c",
                "fast",
            ],
        )?;
        standby.run_up()?;
        Ok(standby)
    }

    fn in_new_folder() -> Result<Self> {
        let programs = programs().ok_or_else(|| Error::other("PostgreSQL is not installed"))?;
        let folder = tempfile::Builder::new().prefix("pledgeboard-server-").tempdir()?;
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        if is_root() {
            // A server of PostgreSQL refuses to run as root.
            done(Command::new("chown").arg("postgres").arg(folder.path()))?;
        }
        Ok(Self { programs, folder, port })
    }

    fn run_up(&self) -> Result<()> {
        let written = fs::write(Path::new(&self.data()).join("pg_hba.conf"), WHO_MAY_COME);
        written?;
        self.again()
    }

    /// `postgres://postgres@127.0.0.1:PORT`, without a database.
    pub fn address(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}", self.port)
    }

    /// On loopback.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Starts it again after it was stopped or killed; what it had acknowledged is there.
    ///
    /// # Errors
    /// When it does not start.
    pub fn again(&self) -> Result<()> {
        let data = self.data();
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{}' -c max_connections=300",
            self.port,
            self.folder.path().display()
        );
        let log = self.folder.path().join("log").display().to_string();
        let start =
            || self.run("pg_ctl", &["-D", &data, "-o", &options, "-l", &log, "-w", "-t", "60", "start"]);
        let mut started = start();
        for _ in 0..20 {
            if started.is_ok() {
                break;
            }
            // What a killed server left in memory is let go a moment later.
            std::thread::sleep(std::time::Duration::from_millis(500));
            started = start();
        }
        started
    }

    /// Stops it as somebody who looks after it would; whoever is connected is cut off.
    ///
    /// # Errors
    /// When it does not stop.
    pub fn stop(&self) -> Result<()> {
        let data = self.data();
        self.run("pg_ctl", &["-D", &data, "-m", "fast", "-w", "stop"])
    }

    /// Ends it as a power cut would (`kill -9` for each of its processes).
    ///
    /// # Errors
    /// When it does not run.
    pub fn kill(&self) -> Result<()> {
        let pid = fs::read_to_string(Path::new(&self.data()).join("postmaster.pid"))?;
        let pid = pid.lines().next().unwrap_or_default();
        // Its children first: one that outlived it would keep the next one from starting.
        let _ = Command::new("pkill").args(["-9", "-P", pid]).status();
        done(Command::new("kill").args(["-9", pid]))
    }

    /// Starts it again with TLS: it shows this certificate, and holds this key, both PEM.
    ///
    /// # Errors
    /// When it does not start.
    pub fn with_tls(&self, certificate: &[u8], key: &[u8]) -> Result<()> {
        self.stop()?;
        let data = PathBuf::from(self.data());
        for (name, content) in [("server.crt", certificate), ("server.key", key)] {
            let file = data.join(name);
            fs::write(&file, content)?;
            // A key that others may read is refused.
            done(Command::new("chmod").arg("600").arg(&file))?;
            if is_root() {
                done(Command::new("chown").arg("postgres").arg(&file))?;
            }
        }
        let settings = data.join("postgresql.conf");
        fs::write(&settings, fs::read_to_string(&settings)? + "\nssl = on\n")?;
        self.again()
    }

    /// Makes a standby the server that is written to.
    ///
    /// # Errors
    /// When it is none.
    pub fn promote(&self) -> Result<()> {
        let data = self.data();
        self.run("pg_ctl", &["-D", &data, "-w", "promote"])
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        done(command.args(arguments).current_dir(self.folder.path()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = self.data();
        // It may be stopped already; the folder goes in any case.
        let _ = self.run("pg_ctl", &["-D", &data, "-m", "immediate", "-w", "stop"]);
    }
}

fn done(command: &mut Command) -> Result<()> {
    // Output that is read would be waited for until the server itself ends.
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    match status.success() {
        true => Ok(()),
        false => {
            Err(Error::other(format!("{} ended with {status}", command.get_program().to_string_lossy())))
        }
    }
}

fn is_root() -> bool {
    let asked = Command::new("id").arg("-u").output();
    asked.is_ok_and(|it| it.stdout.trim_ascii() == b"0")
}
