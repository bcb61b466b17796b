using System.Text;
using Modelwright.Core.Data;
using Modelwright.Exporting.CSharp;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>One file of C# without any dependency.</summary>
internal sealed class CSharpFormat : IExportFormat
{
    /// <summary>The namespace of exported classes.</summary>
    public const string SpaceName = "ExportedModels";

    /// <inheritdoc/>
    public string Name => "csharp";

    /// <inheritdoc/>
    public string Ending => ".cs";

    /// <inheritdoc/>
    public string Meaning => "one C# file without any dependency; the same bits, ahead-of-time compilation included";

    /// <inheritdoc/>
    /// <remarks>Every formula can be written.</remarks>
    public IReadOnlyList<FormulaGap> Gaps(ExportGround ground) => [];

    /// <inheritdoc/>
    public void Write(ExportGround ground, string name, Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ground);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        new CSharpExport(ground, new ExportNames().Take(name), SpaceName).Write(writer, cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>None: the file is made of the code that reckons formulas here.</remarks>
    public double Tolerance => 0;

    /// <inheritdoc/>
    public double[]? Answers(ExportGround ground, string path, Table rows, CancellationToken cancellation) => null;
}
