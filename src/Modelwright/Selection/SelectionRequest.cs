using Modelwright.Recording;
using Modelwright.Validation;
using Modelwright.Validation.Schemes;

namespace Modelwright.Selection;

/// <summary>What a choice of columns is asked.</summary>
/// <param name="Choice">Which columns are wanted.</param>
/// <param name="Rows">All rows, each with a target.</param>
/// <param name="Places">Those that may be looked at, ascending.</param>
/// <param name="Scheme">How rows that belong together, or follow one another, are parted.</param>
internal sealed record SelectionRequest(FeatureChoice Choice, LabelledRows Rows, int[] Places, ValidationScheme Scheme)
{
    /// <summary>The only origin of chance.</summary>
    public int Seed { get; init; }

    /// <summary>Threads; the choice does not depend on them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Seconds the choice may take on a usual machine; null for the usual.</summary>
    public double? Seconds { get; init; }

    /// <summary>Columns that stay whatever is found, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Wanted { get; init; } = new Dictionary<string, string>();

    /// <summary>Told a share of the work from 0 to 1.</summary>
    public Action<double> Progress { get; init; } = _ => { };

    /// <summary>Asks to end at once.</summary>
    public CancellationToken Cancellation { get; init; }
}
