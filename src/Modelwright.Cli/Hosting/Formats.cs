using Modelwright.Core.Data;
using Modelwright.Exporting;
using Modelwright.Onnx;

namespace Modelwright.Cli.Hosting;

/// <summary>The formats that models can be exported to, ONNX with the runtime that proves it.</summary>
internal static class Formats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IExportFormat> All { get; } = [.. BuiltInExports.All, new OnnxFormat(Answers)];

    private static double[] Answers(string path, Table rows, CancellationToken cancellation)
    {
        using var graph = OnnxCheck.Open(File.ReadAllBytes(path));
        return graph.Answer(rows, cancellation).Outputs;
    }
}
