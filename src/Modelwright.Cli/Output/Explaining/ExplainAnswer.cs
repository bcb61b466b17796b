using Modelwright.Cli.Verbs.Explaining;
using Modelwright.Explain;
using Modelwright.Explain.Counterfactuals;
using Modelwright.Runtime.Packaging;
using Modelwright.Sources;

namespace Modelwright.Cli.Output.Explaining;

/// <summary>All that a call of 'explain' found out about rows.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Package">The model.</param>
/// <param name="Explained">The rows.</param>
/// <param name="Source">What was read.</param>
internal sealed record ExplainAnswer(ExplainRequest Request, Package Package, Explanations Explained, SourceReport Source)
{
    /// <summary>The smallest changes that give the wanted answer; null where none was wanted, empty where none were found.</summary>
    public IReadOnlyList<Counterfactual>? Counterfactuals { get; init; }

    /// <summary>Typical rows; null where they were not asked.</summary>
    public IReadOnlyList<Prototype>? Prototypes { get; init; }

    /// <summary>The number of an explained row in the file, from 1.</summary>
    public int NumberOf(int row) => (Request.Row ?? 1) + row;
}
