using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>A way to write models for other worlds. Stateless and safe from any thread.</summary>
public interface IExportFormat
{
    /// <summary>The name it is asked for by.</summary>
    string Name { get; }

    /// <summary>The usual ending of its files, with the dot.</summary>
    string Ending { get; }

    /// <summary>What becomes of a model, in a sentence.</summary>
    string Meaning { get; }

    /// <summary>What of a formula this format cannot say; empty where it can say all.</summary>
    /// <param name="ground">What is to be exported.</param>
    IReadOnlyList<FormulaGap> Gaps(ExportGround ground);

    /// <summary>Writes a model without gaps; the same model gives the same bytes.</summary>
    /// <param name="ground">What is exported.</param>
    /// <param name="name">What it is to be called: the file's name without its ending.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellation">Asks to end.</param>
    void Write(ExportGround ground, string name, Stream stream, CancellationToken cancellation);
}
