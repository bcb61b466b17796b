using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Modelwright.Generator.Tests.Data;

/// <summary>Packages as an attacker has them.</summary>
internal static class PackageBytes
{
    private const int Parts = 6;

    /// <summary>Where the part 'plan' starts: before it stands all that the generator reads.</summary>
    internal static int StartOfPlan(byte[] package)
    {
        var (places, lengths) = Table(package);
        return places[^1] + SHA256.HashSizeInBytes + lengths[0] + lengths[1];
    }

    /// <summary>Where the part 'schema' starts, behind head and table.</summary>
    internal static int StartOfSchema(byte[] package) => Table(package).Places[^1] + SHA256.HashSizeInBytes;

    /// <summary>The same bytes with the hashes that they have.</summary>
    internal static byte[] Mended(byte[] package)
    {
        var (places, lengths) = Table(package);
        var mended = package.ToArray();
        var position = places[^1] + SHA256.HashSizeInBytes;
        for (var part = 0; part < Parts; part++)
        {
            SHA256.HashData(mended.AsSpan(position, lengths[part]), mended.AsSpan(places[part], SHA256.HashSizeInBytes));
            position += lengths[part];
        }

        return mended;
    }

    /// <summary>The package with another form, and the lengths and hashes that belong to it.</summary>
    internal static byte[] WithForm(byte[] package, byte[] form)
    {
        var (places, lengths) = Table(package);
        var start = places[^1] + SHA256.HashSizeInBytes + lengths[0];
        byte[] changed = [.. package[..start], .. form, .. package[(start + lengths[1])..]];
        BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(places[1] - sizeof(long)), form.Length);
        return Mended(changed);
    }

    private static (int[] Places, int[] Lengths) Table(byte[] package)
    {
        var places = new int[Parts];
        var lengths = new int[Parts];
        var position = 12;
        for (var part = 0; part < Parts; part++)
        {
            var name = package[position];
            lengths[part] = (int)BinaryPrimitives.ReadInt64LittleEndian(package.AsSpan(position + 1 + name));
            places[part] = position + 9 + name;
            position = places[part] + SHA256.HashSizeInBytes;
        }

        return (places, lengths);
    }
}
