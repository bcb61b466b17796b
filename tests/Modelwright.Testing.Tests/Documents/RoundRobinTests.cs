using Modelwright.Testing.Splitters;

namespace Modelwright.Testing.Tests.Documents;

public sealed class RoundRobinTests
{
    public static TheoryData<string> Checks => [.. SplitterSuite.Checks(new RoundRobin()).Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Checks))]
    public void RoundRobin_KeepsItsContract(string name) =>
        SplitterSuite.Checks(new RoundRobin()).Single(check => check.Name == name).Run();
}
