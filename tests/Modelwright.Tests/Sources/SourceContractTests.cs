using Modelwright.Sources;
using Modelwright.Testing;
using Modelwright.Testing.Sources;

namespace Modelwright.Tests.Sources;

public class SourceContractTests
{
    private static readonly ContractCheck[] All = [.. BuiltInSources.All.SelectMany(SourceSuite.Checks)];

    public static IEnumerable<TheoryDataRow<string>> Names => All.Select(check => new TheoryDataRow<string>(check.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Source_KeepsItsContract(string check) => Array.Find(All, candidate => candidate.ToString() == check)!.Run();
}
