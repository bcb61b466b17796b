using Modelwright.Sources;
using Modelwright.Testing;
using Modelwright.Testing.Sources;

namespace Modelwright.Tests.Sources;

public class SourceContractTests
{
    private static readonly ContractCheck[] All = [.. BuiltInSources.All.SelectMany(Checks)];

    public static IEnumerable<TheoryDataRow<string>> Names => All.Select(check => new TheoryDataRow<string>(check.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Source_KeepsItsContract(string check) => Array.Find(All, candidate => candidate.ToString() == check)!.Run();

    [Fact]
    public void EverySource_HasChecks() => Assert.All(BuiltInSources.All, source => Assert.NotEmpty(Checks(source)));

    private static IEnumerable<ContractCheck> Checks(ISource source) =>
    [
        .. SourceSuite.Checks(source),
        .. SourceSamples.All.TryGetValue(source.Info.Name, out var sample) ? SourceSampleSuite.Checks(source, sample) : [],
    ];
}
