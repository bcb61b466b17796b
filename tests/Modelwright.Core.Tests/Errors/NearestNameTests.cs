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
    public void Suggest_NothingNear_IsEmpty() => Assert.Equal("", NearestName.Suggest("zebra", ["age"]));
}
