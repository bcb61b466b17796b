using System.Text.RegularExpressions;

namespace Modelwright.Sources.Logs;

/// <summary>The logs that are found by themselves.</summary>
internal static class KnownLogs
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    // Sources: httpd.apache.org, mod_log_config, "Common Log Format" and "Combined Log Format".
    private const string Web = """^(?<host>\S+) (?<identity>\S+) (?<user>\S+) \[(?<time>[^\]]+)\] "((?<method>[A-Z]+) (?<path>\S+)( (?<protocol>[A-Z]+/[0-9.]+))?|(?<request>([^"\\]|\\.)*))" (?<status>\d{3}|-) (?<bytes>\d+|-)""";
    private const string WebTime = "dd/MMM/yyyy:HH:mm:ss zzz";

    /// <summary>All of them, in the order they are asked.</summary>
    internal static IReadOnlyList<LogPattern> All { get; } =
    [
        new("combined web log", new(Web + """ "(?<referrer>([^"\\]|\\.)*)" "(?<agent>([^"\\]|\\.)*)"$""", Options)) { Missing = "-", TimeFormat = WebTime },
        new("common web log", new(Web + "$", Options)) { Missing = "-", TimeFormat = WebTime },

        // Source: RFC 5424, section 6.
        new("syslog of RFC 5424", new("""^<(?<priority>\d{1,3})>(?<version>\d{1,2}) (?<time>\S+) (?<host>\S+) (?<app>\S+) (?<process>\S+) (?<message_id>\S+) (?<data>-|(\[([^\]\\"]|"([^"\\]|\\.)*")*\])+)( (?<message>.*))?$""", Options)) { Missing = "-" },

        // Source: RFC 3164, section 4.1, with the times of RFC 3339 that newer writers put there.
        new("syslog of RFC 3164", new("""^(<(?<priority>\d{1,3})>)?(?<time>[A-Z][a-z]{2} [ 0-9]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S+) (?<host>\S+) (?<app>[^\s:\[]+)(\[(?<process>[^\]]*)\])?: ?(?<message>.*)$""", Options)),
    ];
}
