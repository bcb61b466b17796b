namespace Modelwright.Cli.Hosting;

/// <summary>Turns what the library says to programmers, such as 'set HasHeader = false (--no-header)', into words about the options of a call.</summary>
internal static class CallWords
{
    private static readonly (string Name, string Value, string Option)[] Flags =
    [
        ("HasHeader", "false", "--no-header"),
        ("HasQuotes", "false", "--no-quotes"),
        ("SkipBadRows", "true", "--skip-bad-rows"),
    ];

    private static readonly (string Name, string Option)[] Values =
    [
        ("CellRange", "--range"),
        ("DatabaseTable", "--table"),
        ("DecimalMark", "--decimal"),
        ("Encoding", "--encoding"),
        ("Format", "--format"),
        ("HeaderRows", "--header-rows"),
        ("JoinTime", "--time"),
        ("MemoryBytes", "--memory"),
        ("Pattern", "--pattern"),
        ("Query", "--query"),
        ("Range", "--range"),
        ("Record", "--record"),
        ("Separator", "--separator"),
        ("Sheet", "--sheet"),
        ("Threads", "--threads"),
    ];

    private static readonly (string InCode, string InACall)[] Pairs =
    [
        .. Flags.SelectMany(flag => new[]
        {
            ($"set {flag.Name} = {flag.Value} ({flag.Option})", $"give {flag.Option}"),
            ($"set {flag.Name} ({flag.Option})", $"give {flag.Option}"),
            ($"{flag.Name} is {flag.Value} ({flag.Option})", $"{flag.Option} is given"),
        }),
        .. Values.Select(value => ($"{value.Name} ({value.Option})", value.Option)),
    ];

    /// <summary>A text of the library for somebody who typed a call.</summary>
    public static string Of(string text) => Pairs.Aggregate(text, (words, pair) => words.Replace(pair.InCode, pair.InACall, StringComparison.Ordinal));
}
