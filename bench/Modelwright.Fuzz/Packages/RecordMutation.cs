using System.Text;

namespace Modelwright.Fuzz.Packages;

/// <summary>Changes how records are built: names, kinds, order, depth, and what stands where.</summary>
internal static class RecordMutation
{
    private const int MostNested = 40;
    private static readonly string[] Json =
    [
        "", "null", "{", "[]", "{\"a\":1e999}", "\uFEFF{}", "{\"a\":\"\\ud800\"}", "{\"a\":1,\"a\":2}", "[1,2,]", "{}{}", "// no\n{}",
        new string('[', 70) + new string(']', 70), new string('[', 63) + new string(']', 63),
    ];

    /// <summary>Makes one change somewhere in the package.</summary>
    /// <param name="package">The package; changed.</param>
    /// <param name="random">The chance.</param>
    /// <param name="other">Where pieces may be taken from.</param>
    internal static void Apply(Container package, Random random, Container other)
    {
        var all = package.All();
        if (all.Length == 0)
        {
            return;
        }

        var (record, entry) = all[random.Next(all.Length)];
        switch (random.Next(20))
        {
            case 0:
                ValueMutation.Lie(entry, random);
                break;
            case 1:
                Rebuild(record, entry, random);
                break;
            case 2:
                Splice(entry, other, random);
                break;
            case 3:
                Exchange(package, other, random);
                break;
            case 4:
                Nest(package, random);
                break;
            case 5:
                package.Bytes[package.Texts[random.Next(package.Texts.Length)]] = random.Next(6) == 0 ? [0x22, 0xFF, 0x22] : Encoding.UTF8.GetBytes(Json[random.Next(Json.Length)]);
                break;
            default:
                ValueMutation.Apply(entry, random);
                break;
        }
    }

    private static void Rebuild(Record record, Entry entry, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                entry.Kind = (byte)random.Next(11);
                break;
            case 1:
                record.Entries.Remove(entry);
                break;
            case 2:
                record.Entries.Add(entry.Copy());
                break;
            case 3:
                record.Entries.Reverse();
                break;
            case 4:
                entry.Name = random.Next(4) == 0 ? [0xC3, 0x28] : Encoding.UTF8.GetBytes(random.Next(2) == 0 ? "" : new string('n', random.Next(1, 300)));
                break;
            case 5:
                record.ClaimedCount = (uint)random.Next(-2, 200_000);
                break;
            default:
                var second = record.Entries[random.Next(record.Entries.Count)];
                (entry.Name, second.Name) = (second.Name, entry.Name);
                break;
        }
    }

    /// <summary>Puts a value of the same name or kind from another package in.</summary>
    private static void Splice(Entry entry, Container other, Random random)
    {
        var alike = other.All().Select(pair => pair.Entry).Where(one => one.Kind == entry.Kind && (random.Next(2) == 0 || one.Name.AsSpan().SequenceEqual(entry.Name))).ToArray();
        if (alike.Length > 0)
        {
            var taken = alike[random.Next(alike.Length)].Copy();
            (entry.Value, entry.Part) = (taken.Value, taken.Part);
        }
    }

    private static void Exchange(Container package, Container other, Random random)
    {
        var part = random.Next(Math.Min(package.Records.Length, other.Records.Length));
        package.Records[part] = other.Records[part]?.Copy();
        package.Bytes[part] = other.Bytes[part];
    }

    /// <summary>Puts the form into pipelines without steps, one in another.</summary>
    private static void Nest(Container package, Random random)
    {
        var form = package.Records[Container.FormPart]!;
        var name = form.Entries.FirstOrDefault(entry => entry.Name.AsSpan().SequenceEqual("form"u8)) is { Value: { Length: > 4 } value } && value.AsSpan(4).StartsWith("number"u8) ? "number_pipeline" : "class_pipeline";
        for (var depth = random.Next(1, MostNested); depth > 0; depth--)
        {
            var outer = new Record();
            outer.Entries.AddRange([Record.Text("form", name), Record.Integer("version", 1), Record.Integer("steps", 0), Record.Of("then", form)]);
            form = outer;
        }

        package.Records[Container.FormPart] = form;
    }
}
