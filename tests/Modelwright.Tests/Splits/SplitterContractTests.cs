using Modelwright.Splits;
using Modelwright.Testing;
using Modelwright.Testing.Splitters;

namespace Modelwright.Tests.Splits;

public sealed class SplitterContractTests
{
    private static readonly ContractCheck[] All = [.. BuiltInSplitters.All.SelectMany(SplitterSuite.Checks)];

    public static TheoryData<string, string> Checks => [.. All.Select(check => (check.Subject, check.Name))];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Contract_EverySplitter_Holds(string splitter, string check) =>
        All.Single(one => one.Subject == splitter && one.Name == check).Run();
}
