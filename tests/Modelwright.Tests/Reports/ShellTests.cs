using Modelwright.Reports;

namespace Modelwright.Tests.Reports;

public sealed class ShellTests
{
    [Theory]
    [InlineData("samples/loans.csv", "samples/loans.csv")]
    [InlineData("my file.csv", "'my file.csv'")]
    [InlineData("it's.csv", @"'it'\''s.csv'")]
    [InlineData("$(rm).csv", "'$(rm).csv'")]
    [InlineData("größe", "'größe'")]
    [InlineData("", "''")]
    public void Quote_Word_IsOneWordOfAShell(string word, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows quotes words in another way.");

        Assert.Equal(expected, Shell.Quote(word));
    }
}
