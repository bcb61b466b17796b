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

    // What is no single file of rows cannot be cut or damaged as one: statements, servers, folders and documents have tests of their own.
    [Fact]
    public void EverySource_HasChecks() => Assert.Equal(["sql", "server", "folder", "text"], BuiltInSources.All.Where(source => !Checks(source).Any()).Select(source => source.Info.Name));

    private static IEnumerable<ContractCheck> Checks(ISource source) =>
    [
        .. SourceSuite.Checks(source),
        .. SourceSamples.All.TryGetValue(source.Info.Name, out var sample) ? SourceSampleSuite.Checks(source, sample) : [],
    ];
}
