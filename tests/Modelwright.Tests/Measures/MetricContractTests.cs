using Modelwright.Measures;
using Modelwright.Testing;
using Modelwright.Testing.Metrics;

namespace Modelwright.Tests.Measures;

public sealed class MetricContractTests
{
    private static readonly ContractCheck[] All =
        [.. BuiltInMetrics.All.SelectMany(metric => MetricSuite.Checks(metric, References.Of(metric.Info.Name)))];

    public static TheoryData<string, string> Checks => [.. All.Select(check => (check.Subject, check.Name))];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Contract_EveryMetric_Holds(string metric, string check) =>
        All.Single(one => one.Subject == metric && one.Name == check).Run();
}
