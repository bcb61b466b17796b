using System.Globalization;
using System.Text;
using Modelwright.Samples.MachineAnomalies;

namespace Modelwright.Acceptance.Tests.Samples;

public sealed class MachineFileTests
{
    [Fact]
    public void Write_SeedOne_GivesTheCommittedBytes()
    {
        var committed = File.ReadAllBytes(Repository.Sample("machine-anomalies/machines.csv"));

        Assert.Equal(committed, Encoding.UTF8.GetBytes(Text(rows: 4_000, seed: 1)));
        Assert.InRange(committed.Length, 1, 300_000);
    }

    [Fact]
    public void Write_Truth_HasThreeKindsOfFaultsInOneReadingOfFifty()
    {
        var truths = Text(rows: 4_000, seed: 1).Split('\n')[1..^1].CountBy(line => line.Split(',')[^1]).ToDictionary();

        Assert.Equal(["dependency", "global", "local", "none"], truths.Keys.Order());
        Assert.All(truths.Where(pair => pair.Key != "none"), pair => Assert.InRange(pair.Value, 15, 45));
        Assert.InRange(truths["none"], 3_880, 3_960);
    }

    [Fact]
    public void Write_OtherSeed_GivesOtherReadings() => Assert.NotEqual(Text(rows: 50, seed: 1), Text(rows: 50, seed: 2));

    private static string Text(int rows, int seed)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        MachineFile.Write(writer, rows, seed);
        return writer.ToString();
    }
}
