using Modelwright.Core.Errors;
using Modelwright.Sources.Delimited;
using Modelwright.Sources.Duck;
using Modelwright.Sources.Json;
using Modelwright.Sources.Logs;
using Modelwright.Sources.Xml;

namespace Modelwright.Sources;

/// <summary>The sources that come with the product.</summary>
public static class BuiltInSources
{
    /// <summary>All sources, in the order they are asked; a new one is one line here.</summary>
    public static IReadOnlyList<ISource> All { get; } =
    [
        new CsvSource(),
        new TsvSource(),
        new JsonLinesSource(),
        new JsonSource(),
        new ParquetSource(),
        new LogSource(),
        new XmlSource(),
    ];

    /// <summary>The source for a file.</summary>
    /// <param name="path">A path.</param>
    /// <returns>The first that accepts it.</returns>
    /// <exception cref="DataException">None does; the text lists the kinds of file there are.</exception>
    public static ISource For(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return All.FirstOrDefault(source => source.Accepts(path)) ?? throw Unknown(path);
    }

    private static DataException Unknown(string path)
    {
        string[] known = [.. All.SelectMany(source => source.Info.Extensions)];
        var extension = Path.GetExtension(path);
        var what = extension.Length == 0 ? "has no extension" : $"has the extension '{extension}', which is not known";
        return new($"{path}: the file {what}.{NearestName.Suggest(extension, known)} Files of these kinds can be read: {string.Join(", ", known)}. Rename or convert the file.");
    }
}
