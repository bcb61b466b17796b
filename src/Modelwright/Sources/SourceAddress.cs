using Modelwright.Recording.Servers;
using Modelwright.Sources.Choosing;

namespace Modelwright.Sources;

/// <summary>What a person types to name rows: a file, a folder, a pattern of files, SQL over files, or the address of a database.</summary>
public static class SourceAddress
{
    /// <summary>Whether there is something to be read, as far as that can be told at once; a file must exist.</summary>
    /// <param name="address">What was typed.</param>
    /// <returns>False where it names a file that does not exist.</returns>
    public static bool MayBeRead(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return File.Exists(address) || BuiltInSources.All.Any(source => source.Info.Extensions.Count == 0 && source.Accepts(address));
    }

    /// <summary>What may be shown of it: the address of a database server without anything secret, all else as it is.</summary>
    /// <param name="address">What was typed.</param>
    /// <returns>A text for people.</returns>
    public static string WithoutPassword(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ConnectionAddress.IsOne(address) && !File.Exists(address) ? ConnectionAddress.Show(address) : address;
    }

    /// <summary>
    /// The end of a file name that goes with what a file without one holds, such as standard input that was put aside: told by
    /// its first bytes, for text in any encoding and compressed or not.
    /// </summary>
    /// <param name="path">The file; it must exist.</param>
    /// <returns>Such as '.jsonl' for objects on lines and '.json' for any other JSON; '.csv' where nothing tells.</returns>
    public static string ExtensionByContent(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ContentKind.ExtensionOf(path);
    }
}
