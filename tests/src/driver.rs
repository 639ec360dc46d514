//! The two programs between a test and the app: tauri-driver, and the web view's own driver behind it.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::process::{Child, Command};

/// How long a driver may take until it answers, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running driver, which ends with this value.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one whose app keeps its settings, and its web view its caches, below `home`.
    pub async fn start(home: &Path, environment: &[(&str, &str)]) -> Result<Self> {
        let (port, native_port) = (free_port()?, free_port()?);
        let program = std::env::var_os("TAURI_DRIVER").unwrap_or_else(|| OsString::from("tauri-driver"));
        let process = Command::new(program)
            .args(["--port", &port.to_string(), "--native-port", &native_port.to_string()])
            .env("PLEDGEBOARD_HOME", home.join("settings"))
            .env("XDG_DATA_HOME", home.join("data"))
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("Run `cargo xtask test`: tauri-driver is not installed.")?;
        let driver = Self { process, port };
        driver.ready().await?;
        Ok(driver)
    }

    /// Where clients find it.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// tauri-driver listens before the driver behind it does, so its port says nothing: its status does.
    async fn ready(&self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if says_ready(self.port) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!(
            "Run `cargo xtask test`: the web view's driver did not answer within {} seconds.",
            PATIENCE.as_secs()
        )
    }

    /// Ends it and waits until it has ended.
    pub async fn stop(mut self) -> Result<()> {
        self.process.kill().await.context("the driver could not be ended")
    }
}

fn says_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET /status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut answer = [0; 12];
        stream.read_exact(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| answer.ends_with(" 200"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
