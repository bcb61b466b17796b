using System.Globalization;
using System.Text;
using Modelwright.Samples.Loans;

namespace Modelwright.Acceptance.Tests.Samples;

public sealed class LoanFileTests
{
    [Fact]
    public void Write_SeedOne_GivesTheCommittedBytes()
    {
        var committed = File.ReadAllBytes(Repository.Sample("loans/loans.csv"));

        Assert.Equal(committed, Encoding.UTF8.GetBytes(Text(rows: 2_000, seed: 1)));
    }

    [Fact]
    public void Write_OtherCulture_GivesTheSameText()
    {
        var expected = Text(rows: 50, seed: 3);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, Text(rows: 50, seed: 3));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_OtherSeed_GivesOtherPeople() => Assert.NotEqual(Text(rows: 50, seed: 1), Text(rows: 50, seed: 2));

    [Fact]
    public void Write_Leak_AddsOneColumnAndChangesNoOther()
    {
        var plain = Text(rows: 300, seed: 1).Split('\n');
        var leaking = Text(rows: 300, seed: 1, leak: true).Split('\n');

        Assert.DoesNotContain("collected_fees", plain[0], StringComparison.Ordinal);
        Assert.Equal(plain, leaking.Select(WithoutFees));
        Assert.All(leaking[1..^1], line => Assert.True(Fees(line) == 0 || line.EndsWith(",yes", StringComparison.Ordinal), line));
    }

    private static string WithoutFees(string line) =>
        line.Length == 0 ? line : line[..line[..line.LastIndexOf(',')].LastIndexOf(',')] + line[line.LastIndexOf(',')..];

    private static int Fees(string line) => int.Parse(line.Split(',')[^2], CultureInfo.InvariantCulture);

    private static string Text(int rows, int seed, bool leak = false)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        LoanFile.Write(writer, rows, seed, leak);
        return writer.ToString();
    }
}
