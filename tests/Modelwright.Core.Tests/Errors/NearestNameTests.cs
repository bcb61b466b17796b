using CsCheck;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Tests.Errors;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("yse", "yes")]
    [InlineData("Agee", "age")]
    [InlineData("incme", "income")]
    [InlineData("custommers", "customers")]
    [InlineData("height", null)]
    [InlineData("", null)]
    public void Find_Typo_IsTheNameMeant(string typed, string? meant) =>
        Assert.Equal(meant, NearestName.Find(typed, ["age", "income", "yes", "no", "customers"]));

    [Fact]
    public void Find_TwoEquallyNear_IsTheFirstByName() => Assert.Equal("cat", NearestName.Find("dat", ["rat", "cat"]));

    [Fact]
    public void Find_ANameThatIsThere_IsItself() =>
        Gen.String[1, 12].Array[1, 8].Sample(names => Assert.Equal(names[0], NearestName.Find(names[0], names), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Find_VeryLongNameBesideShortOnes_TakesNoRoom()
    {
        var name = new string('x', 100_000);
        string[] candidates = [.. Enumerable.Range(0, 100).Select(place => new string('x', 1000 + place))];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(NearestName.Find(name, candidates));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Suggest_Near_IsASentence() => Assert.Equal(" Did you mean 'age'?", NearestName.Suggest("AGE", ["age", "income"]));

    [Fact]
    public void Suggest_NothingNear_IsEmpty() => Assert.Equal("", NearestName.Suggest("zebra", ["age"]));
}
