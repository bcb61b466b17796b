using Modelwright.Core.Artifacts;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Packaging;

/// <summary>Lists of lists of texts in a record: the counts, and all texts one after another.</summary>
internal static class TextLists
{
    internal static void Write(IArtifactWriter writer, string name, IEnumerable<IReadOnlyList<string>> lists)
    {
        IReadOnlyList<string>[] all = [.. lists];
        writer.Integers($"{name}_counts", [.. all.Select(list => list.Count)]);
        writer.Texts(name, [.. all.SelectMany(list => list)]);
    }

    internal static string[][] Read(IArtifactReader reader, string name, int expected)
    {
        var counts = reader.Integers($"{name}_counts");
        var texts = reader.Texts(name);
        if (counts.Length != expected || SoundArrays.Total(counts) != texts.Count)
        {
            throw Disagree(name);
        }

        var lists = new string[expected][];
        var start = 0;
        for (var index = 0; index < expected; index++)
        {
            var list = new string[counts[index]];
            for (var place = 0; place < list.Length; place++)
            {
                list[place] = texts[start + place];
            }

            lists[index] = list;
            start += list.Length;
        }

        return lists;
    }

    internal static ArtifactException Disagree(string name) =>
        new($"The lists of '{name}' in the package disagree about their lengths. The file is damaged or was not made by this program; fetch it again from where it was made.");

    /// <summary>The value of a word of an enumeration whose values count from 0. Not generic, so that nothing is compiled when a package is loaded.</summary>
    internal static int Word(string text, Type type)
    {
        var value = Array.IndexOf(Enum.GetNames(type), text);
        return value >= 0
            ? value
            : throw new ArtifactException($"The package holds {type.Name} '{text}', which this release does not know. Open it with a newer release.");
    }
}
