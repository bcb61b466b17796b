namespace Modelwright.Exporting;

/// <summary>The list of formats that need no other package: one line a format.</summary>
public static class BuiltInExports
{
    /// <summary>The formats.</summary>
    public static IReadOnlyList<IExportFormat> All { get; } =
    [
        new CSharpFormat(),
        new SqlFormat(),
    ];
}
