using Modelwright.Core.Data;
using Modelwright.Recording.Runs;
using Modelwright.Reports.Testing;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Packaging.Attestations;
using Modelwright.Runtime.Prediction;
using Modelwright.Stress;
using Modelwright.Stress.Attacks.Threats;
using Modelwright.Stress.Gates;

namespace Modelwright.Cli.Verbs.Testing;

/// <summary>What a call of 'test' asks for.</summary>
internal sealed record TestRequest : IDisposable
{
    /// <summary>How the package is tested.</summary>
    public required StressOptions Told { get; init; }

    /// <summary>Labelled rows; null where nobody named them.</summary>
    public string? Data { get; init; }

    /// <summary>The training rows; null for those that the run read.</summary>
    public string? Training { get; init; }

    /// <summary>What an opponent may change; null for a draft.</summary>
    public string? Threat { get; init; }

    /// <summary>Where the draft goes; null for nowhere.</summary>
    public string? WriteThreat { get; init; }

    /// <summary>Where the bounds go; null for nowhere.</summary>
    public string? WriteGate { get; init; }

    /// <summary>Where the page goes; null for nowhere.</summary>
    public string? Page { get; init; }

    /// <summary>Who signs the verdict; null for nobody.</summary>
    public SigningKey? Key { get; init; }

    /// <summary>Whether the package keeps the verdict.</summary>
    public bool IsKept { get; init; }

    /// <summary>The store of runs, which may know where the training rows are; null for none.</summary>
    public RunStore? Runs { get; init; }

    /// <summary>Writes the drafts that were asked for.</summary>
    public void WriteDrafts(Package package, Table rows)
    {
        if (WriteGate is { } gate)
        {
            GateFile.Write(gate, Told.Gate ?? Gate.For(package.Model.Task));
        }

        if (WriteThreat is { } threat)
        {
            ThreatFile.Write(threat, Stress.Attacks.Threats.Threat.Draft(package.Model.Schema, Admission.Admit(rows, package.Model.Schema, needsTarget: false).Table));
        }
    }

    /// <summary>Keeps the verdict in the package, and a chapter in the report beside it, where that was asked for.</summary>
    public void Keep(string path, Package package, StressReport report, string data, DateTimeOffset now)
    {
        if (IsKept)
        {
            var statement = TestStatement.Of(report, package, data, now);
            (package with { Attestations = [.. package.Attestations, Key?.Sign(statement) ?? statement] }).Save(path);
            TestedReport.Update(Path.GetDirectoryName(Path.GetFullPath(path))!, package, report);
        }
    }

    /// <summary>Lets go of the key.</summary>
    public void Dispose() => Key?.Dispose();
}
