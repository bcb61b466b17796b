using System.Globalization;
using Modelwright.Recording;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;

namespace Modelwright.Stress.Gates;

/// <summary>What a test says of a package, as a statement that the package can carry and a key can sign.</summary>
public static class TestStatement
{
    /// <summary>States the verdict, with every bound and figure.</summary>
    /// <param name="report">The test.</param>
    /// <param name="package">The package that was tested.</param>
    /// <param name="data">The hash of the rows that it was tested on.</param>
    /// <param name="made">When.</param>
    /// <returns>A statement of the kind 'test', not signed yet.</returns>
    public static Attestation Of(StressReport report, Package package, string data, DateTimeOffset made)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(package);
        return Attestation.Of(Documents.Write(new Stated
        {
            Kind = "test",
            ModelId = package.ModelId,
            Evidence = package.EvidenceHash,
            Made = made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Passed = report.Passed,
            Data = data,
            Rows = report.RowsUnderStrain,
            Seed = report.Seed,
            Gate = report.Gate,
            Figures = report.Figures,
            NotRun = report.NotRun,
        }));
    }

    private sealed record Stated
    {
        public required string Kind { get; init; }

        public required string ModelId { get; init; }

        public required string Evidence { get; init; }

        public required string Made { get; init; }

        public required bool Passed { get; init; }

        public required string Data { get; init; }

        public required int Rows { get; init; }

        public required int Seed { get; init; }

        public required IReadOnlyList<GateResult> Gate { get; init; }

        public required IReadOnlyList<GateFigure> Figures { get; init; }

        public required IReadOnlyList<string> NotRun { get; init; }
    }
}
