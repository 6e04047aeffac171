"""What can be wrong between us and a graph server, and what to do about it."""

from __future__ import annotations

from graph.errors import ZerenError


class NoServer(ZerenError):
    """No graph server can be reached or started."""

    exit_status = 3
    en = "{address}: no server answers ({reason}). Start it, or mend the address."
    zh = "{address}：没有服务器应答（{reason}）。请启动服务器，或改正地址。"


class CannotStart(NoServer):
    """The local server did not come up."""

    en = "{address}: the local server did not start ({reason}). Its log: {log}"
    zh = "{address}：本地服务器未能启动（{reason}）。日志：{log}"


class NoEmbeddedServer(NoServer):
    """This platform has no wheel of the embedded server."""

    en = "No embedded server for this platform ({platform}): set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD."
    zh = "此平台（{platform}）没有内置服务器：请设置 NEO4J_URI、NEO4J_USER 和 NEO4J_PASSWORD。"


class WrongServer(NoServer):
    """Something answers that is no Neo4j 5 or later."""

    en = "{address}: {agent} is not supported: Neo4j 5 or later is needed."
    zh = "{address}：不支持 {agent}：需要 Neo4j 5 或更高版本。"


class NoBolt(NoServer):
    """Something answers that speaks no Bolt, or none that the driver knows."""

    en = "{address}: no Bolt is spoken there ({reason}). Name the Bolt port (7687) of Neo4j 5 or later."
    zh = "{address}：对方不支持 Bolt 协议（{reason}）。请指定 Neo4j 5 或更高版本的 Bolt 端口（7687）。"


class LoginRefused(ZerenError):
    """The server does not accept user and password."""

    exit_status = 3
    en = "{address}: login refused for {user} ({reason}). Set NEO4J_USER and NEO4J_PASSWORD."
    zh = "{address}：拒绝用户 {user} 登录（{reason}）。请设置 NEO4J_USER 和 NEO4J_PASSWORD。"


class LocalLoginRefused(LoginRefused):
    """The local graph was made with another password than the folder's password file holds."""

    en = "{address}: the graph does not accept the password in {file}. Put back the file it was made with."
    zh = "{address}：图谱不接受 {file} 中的密码。请恢复建立图谱时的密码文件。"


class BadAddress(ZerenError):
    """The address is neither a folder nor the URI of a Neo4j server."""

    en = "{address}: {reason}. Use a folder, or neo4j://host:7687 with NEO4J_USER and NEO4J_PASSWORD."
    zh = "{address}：{reason}。请用文件夹，或 neo4j://host:7687 加 NEO4J_USER、NEO4J_PASSWORD。"


class FolderUnusable(ZerenError):
    """The data folder cannot hold a graph."""

    en = "{path}: cannot hold the graph ({reason}). Name a new or empty folder with --data."
    zh = "{path}：不能存放图谱（{reason}）。请用 --data 指定新的或空的文件夹。"


class ServerInUse(ZerenError):
    """The local server is at work for others."""

    en = "{path}: the server is in use by process {pids}. Wait for it, or stop it with --force."
    zh = "{path}：进程 {pids} 正在使用服务器。请等待，或用 --force 强制停止。"


class NoSuchDatabase(ZerenError):
    """The server does not hold the database that is asked for."""

    en = "{address}: {reason}. Set NEO4J_DATABASE to one that SHOW DATABASES lists, or unset it."
    zh = "{address}：{reason}。请将 NEO4J_DATABASE 设为 SHOW DATABASES 列出的数据库，或取消该变量。"


class DiskFull(ZerenError):
    """The server cannot store what it is given."""

    en = (
        "{address}: the server could not store this, its disk may be full ({reason}). Make room, "
        "restart the server if it is Neo4j, and repeat the command."
    )
    zh = (
        "{address}：服务器无法保存，磁盘可能已满（{reason}）。请腾出空间（如为 Neo4j，再重启服务器），"
        "然后重新执行命令。"
    )


class CypherError(ZerenError):
    """The server does not accept the Cypher text; its own words say why."""

    en = "Cypher: {message}"
    zh = "Cypher：{message}"


class WriteRefused(ZerenError):
    """A query that only reads tried to write, administer or call what it may not."""

    en = "Refused: this would not only read ({message}). `zeren cypher --write` allows it."
    zh = "已拒绝：该语句不只是读取（{message}）。如确要执行，请用 `zeren cypher --write`。"


class LoadCsvRefused(ZerenError):
    """LOAD CSV reads the server's files and network, not the graph."""

    en = "Refused: LOAD CSV reads files and addresses on the server, not the graph."
    zh = "已拒绝：LOAD CSV 读取的是服务器上的文件和网址，而不是图谱。"


class QueryTimeout(ZerenError):
    """A query did not end in its time."""

    en = "The query did not end within {seconds:g} s. Narrow it, or allow more time with --timeout."
    zh = "查询未能在 {seconds:g} 秒内完成。请缩小范围，或用 --timeout 放宽时限。"
