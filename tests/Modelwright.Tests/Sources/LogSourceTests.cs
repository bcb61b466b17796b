using System.Text;
using System.Text.RegularExpressions;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Sources;
using Modelwright.Sources.Logs;

namespace Modelwright.Tests.Sources;

public class LogSourceTests
{
    private const string Own = @"^(?<time>\S+) (?<level>[A-Z]+) (?<message>.*)$";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The line of the documentation of Apache's mod_log_config.
    [Fact]
    public async Task Read_CombinedLog_HasItsColumns()
    {
        var read = await Read("127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] \"GET /apache_pb.gif HTTP/1.0\" 200 2326 \"http://www.example.com/start.html\" \"Mozilla/4.08 [en] (Win98; I ;Nav)\"\n");

        Assert.Equal(
            ["host=127.0.0.1", "identity=", "user=frank", "time=2000-10-10T20:55:36", "method=GET", "path=/apache_pb.gif", "protocol=HTTP/1.0", "request=", "status=200", "bytes=2326", "referrer=http://www.example.com/start.html", "agent=Mozilla/4.08 [en] (Win98; I ;Nav)"],
            Row(read.Table));
        Assert.Equal(["The file was read as a combined web log. If that is wrong, set Pattern (--pattern)."], read.Report.Notes);
    }

    [Fact]
    public async Task Read_RequestThatIsNone_IsKeptWhole()
    {
        var table = (await Read("h - - [10/Oct/2000:13:55:36 +0000] \"\\x16\\x03\\\"\" 400 -\nh - - [10/Oct/2000:13:55:36 +0000] \"GET /\" 200 5\n")).Table;

        Assert.Equal(("\\x16\\x03\\\"", null), (table["request"].Format(0), table["method"].Format(0)));
        Assert.Equal((null, "GET", "/"), (table["request"].Format(1), table["method"].Format(1), table["path"].Format(1)));
    }

    // Examples of RFC 5424, section 6.5, and of RFC 3164, section 5.4.
    [Theory]
    [InlineData("<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - 'su root' failed for lonvick on /dev/pts/8", "priority=34 version=1 time=2003-10-11T22:14:15.003 host=mymachine.example.com app=su process= message_id=ID47 data= message='su root' failed for lonvick on /dev/pts/8")]
    [InlineData("<165>1 2003-10-11T22:14:15.003Z h evntslog - ID47 [exampleSDID@32473 iut=\"3\" eventID=\"10\\\"11\"][examplePriority@32473 class=\"high\"]", "priority=165 version=1 time=2003-10-11T22:14:15.003 host=h app=evntslog process= message_id=ID47 data=[exampleSDID@32473 iut=\"3\" eventID=\"10\\\"11\"][examplePriority@32473 class=\"high\"] message=")]
    [InlineData("<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8", "priority=34 time=Oct 11 22:14:15 host=mymachine app=su process= message='su root' failed for lonvick on /dev/pts/8")]
    [InlineData("Feb  5 17:32:18 10.0.0.99 sshd[4123]: Accepted", "priority= time=Feb  5 17:32:18 host=10.0.0.99 app=sshd process=4123 message=Accepted")]
    [InlineData("2024-05-01T10:00:00.123456+02:00 web kernel: [ 1.5] up", "priority= time=2024-05-01T08:00:00.123456 host=web app=kernel process= message=[ 1.5] up")]
    public async Task Read_Syslog_HasItsColumns(string line, string expected) =>
        Assert.Equal(expected, string.Join(' ', Row((await Read(line + "\n")).Table)));

    [Fact]
    public async Task Read_PatternOfOnesOwn_HasTheGroupsAsColumns()
    {
        var read = await Read("2024-05-01T10:00:00Z INFO started\n2024-05-01T10:00:01Z WARN late\n", new() { Pattern = Own });

        Assert.Equal(["time", "level", "message"], read.Table.Names);
        Assert.Equal(ColumnType.Time, read.Table["time"].Type);
        Assert.Equal("late", read.Table["message"].Format(1));
        Assert.Empty(read.Report.Notes);
    }

    [Fact]
    public async Task Read_TextFileWithAPattern_IsALog()
    {
        using var file = TempFile.With("rows.txt", "a=1\na=2\n");

        var table = (await SourceTable.ReadAsync(file.Path, new() { Pattern = "^a=(?<a>.*)" }, Cancel)).Table;

        Assert.Equal(["1", "2"], Enumerable.Range(0, 2).Select(table["a"].Format));
    }

    [Fact]
    public async Task Read_StackTraces_AreCounted()
    {
        const string text = """
            2024-05-01T10:00:00Z ERROR failed
            java.lang.IllegalStateException: no
            	at a.b.C.d(C.java:1)
            Caused by: java.io.IOException: gone
            	... 3 more

            2024-05-01T10:00:01Z INFO on

            """;

        var read = await Read(text, new() { Pattern = Own });

        Assert.Equal(2, read.Table.RowCount);
        Assert.Equal(["1 blank lines were passed over.", "4 lines that go on with the one before, such as those of stack traces, were left out."], read.Report.Notes);
    }

    [Fact]
    public async Task Read_LinesThatDoNotMatch_AreListedWithALineThatGoesOnWithNone()
    {
        const string text = "  indented first\nno time\n2024-05-01T10:00:00Z INFO a\nlower case\n";

        var error = await Refused(text, new() { Pattern = Own });

        Assert.Equal(
            $"""
            FILE, line 1: '  indented first' does not match the pattern '{Own}'. Mend the line, or change the pattern (--pattern).
            FILE, line 2: 'no time' does not match the pattern '{Own}'. Mend the line, or change the pattern (--pattern).
            FILE, line 4: 'lower case' does not match the pattern '{Own}'. Mend the line, or change the pattern (--pattern).
            Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.
            """,
            error);
        var read = await Read(text, new() { Pattern = Own, SkipBadRows = true });
        Assert.Equal((3L, 1), (read.Report.RowsSkipped, read.Table.RowCount));
    }

    [Theory]
    [InlineData("31/Foo/2024:00:00:00 +0000")]
    [InlineData("32/Dec/2024:00:00:00 +0000")]
    public async Task Read_TimeThatIsNone_IsAFaultOfItsLine(string time) =>
        Assert.EndsWith("' is none. Write it as 31/Dec/2024:23:59:59 +0000.", await Refused($"h - - [{time}] \"GET / HTTP/1.1\" 200 1\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "FILE: the file is empty. Give a log with at least one line.")]
    [InlineData("what is this\nand this\n", "FILE: this is none of the logs that are known (combined web log, common web log, syslog of RFC 5424, syslog of RFC 3164); a line of it is 'what is this'. Set Pattern (--pattern) to a regular expression with a named group for each column, such as '^(?<time>\\S+) (?<level>\\w+) (?<message>.*)$'.")]
    public async Task Read_NoKnownLog_AsksForAPattern(string text, string expected) => Assert.Equal(expected, await Refused(text));

    [Theory]
    [InlineData("(?<a>", "Pattern '(?<a>' is no regular expression (--pattern): InsufficientClosingParentheses at character 5. Write it as .NET does, with a named group for each column.")]
    [InlineData("(a)b", "Pattern '(a)b' has no named group (--pattern). Name one for each column, such as (?<status>\\d+).")]
    public void Options_PatternThatIsNone_IsRefused(string pattern, string expected) =>
        Assert.Equal(expected, Assert.Throws<OptionsException>(new ReadOptions { Pattern = pattern }.Validate).Message);

    [Fact]
    public async Task Read_PatternThatGrowsWithTheLine_RunsInLinearTime()
    {
        // Backtracking would try 2^40 ways.
        var read = await Read($"{new string('a', 40)}!\n", new() { Pattern = "^(?<a>(a+)+)!$" });

        Assert.Equal(new string('a', 40), read.Table["a"].Format(0));
        Assert.StartsWith("FILE, line 1: 'aaaa", await Refused($"{new string('a', 40_000)}\n", new() { Pattern = "^(?<a>(a+)+)!$" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_PatternThatNeedsBacktracking_HasATimeLimit()
    {
        const string pattern = @"^(?<a>(a|aa)+)\k<a>!";

        var error = await Refused($"{new string('a', 101)}b!\n", new() { Pattern = pattern });

        Assert.Equal($"FILE, line 1: the pattern '{pattern}' took longer than 1 s on '{new string('a', 60)}…'. Change it (--pattern): repeat nothing that repeats, and use no look-around or back-reference, so that it runs in linear time.", error);
    }

    [Fact]
    public void KnownLogs_RunInLinearTime() =>
        Assert.All(KnownLogs.All, log => Assert.True(log.Expression.Options.HasFlag(RegexOptions.NonBacktracking)));

    [Fact]
    public async Task Read_EndlessLine_IsAFaultOfItsLine() =>
        Assert.Equal("FILE, line 2: the line is longer than 16777216 characters. Give each row a line of its own, or shorten the value.", await Refused($"x=1\n{new string('x', 20_000_000)}\n", new() { Pattern = "x=(?<x>.)" }));

    [Fact]
    public async Task Read_Windows1252_IsReadWithANote()
    {
        using var file = TempFile.With("rows.log", [.. "x=caf"u8, 0xE9, .. "\n"u8]);

        var read = await SourceTable.ReadAsync(file.Path, new() { Pattern = "x=(?<x>.*)" }, Cancel);

        Assert.Equal(("café", "windows-1252"), (read.Table["x"].Format(0), read.Report.Encoding));
        Assert.Single(read.Report.Notes);
    }

    private static string[] Row(Table table) => [.. table.Columns.Select(column => $"{column.Name}={column.Format(0)}")];

    private static async Task<SourceTable> Read(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.log", Encoding.UTF8.GetBytes(text));
        return await SourceTable.ReadAsync(file.Path, options, Cancel);
    }

    private static async Task<string> Refused(string text, ReadOptions? options = null)
    {
        using var file = TempFile.With("rows.log", Encoding.UTF8.GetBytes(text));
        return (await Assert.ThrowsAsync<DataException>(() => SourceTable.ReadAsync(file.Path, options, Cancel))).Message.Replace(file.Path, "FILE", StringComparison.Ordinal);
    }
}
