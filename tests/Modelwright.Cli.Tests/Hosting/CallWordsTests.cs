using System.Text.RegularExpressions;
using Modelwright.Cli.Hosting;

namespace Modelwright.Cli.Tests.Hosting;

public sealed class CallWordsTests
{
    [Theory]
    [InlineData("Mend the file, or set SkipBadRows (--skip-bad-rows) to leave such rows out and count them.", "Mend the file, or give --skip-bad-rows to leave such rows out and count them.")]
    [InlineData("Add a line of names, or set HasHeader = false (--no-header).", "Add a line of names, or give --no-header.")]
    [InlineData("Close it, or set HasQuotes = false (--no-quotes).", "Close it, or give --no-quotes.")]
    [InlineData("HasHeader is false (--no-header), but", "--no-header is given, but")]
    [InlineData("HasQuotes is false (--no-quotes), but", "--no-quotes is given, but")]
    [InlineData("SkipBadRows is true (--skip-bad-rows), but", "--skip-bad-rows is given, but")]
    [InlineData("If texts look wrong, set Encoding (--encoding).", "If texts look wrong, set --encoding.")]
    [InlineData("Name one by DatabaseTable (--table), or ask by Query (--query).", "Name one by --table, or ask by --query.")]
    [InlineData("name its Range (--range).", "name its --range.")]
    [InlineData("Name one by Sheet (--sheet).", "Name one by --sheet.")]
    [InlineData("'x' is no regular expression (--pattern): UnescapedEndingBackslash at character 1.", "'x' is no regular expression (--pattern): UnescapedEndingBackslash at character 1.")]
    [InlineData("a value such as Other (--other)", "a value such as Other (--other)")]
    public void Of_TextOfTheLibrary_SpeaksOfTheCall(string text, string expected) => Assert.Equal(expected, CallWords.Of(text));

    // A text of the library names both, so that it serves a program as well; no option may be forgotten here.
    [Fact]
    public void Of_EveryOptionThatTheSourcesName_IsTurned()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Modelwright", "Sources"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), @"(set )?\b[A-Z][A-Za-z]+( = \w+| is \w+)? \(--[a-z-]+\)").Select(match => match.Value.Contains(" = ", StringComparison.Ordinal) ? $"set {match.Value.Replace("set ", "", StringComparison.Ordinal)}" : match.Value))
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.True(named.Length > 20, $"{named.Length}");
        Assert.All(named, text => Assert.Matches("^(set |give )?--[a-z-]+( is given)?$", CallWords.Of(text)));
    }
}
