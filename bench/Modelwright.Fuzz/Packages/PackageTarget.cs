namespace Modelwright.Fuzz.Packages;

/// <summary>Packages: sound ones of every form, changed where it hurts, with true hashes so that the change is reached.</summary>
internal sealed class PackageTarget : IFuzzTarget
{
    private const int MostChanges = 4;
    private readonly Container[] _seeds = [.. SeedPackages.All().Select(bytes => Container.Parse(bytes))];

    /// <inheritdoc/>
    public string Name => "packages";

    /// <inheritdoc/>
    public byte[] Make(Random random)
    {
        var package = _seeds[random.Next(_seeds.Length)].Copy();
        if (random.Next(2) == 0)
        {
            package.DropChecks();
        }

        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            RecordMutation.Apply(package, random, _seeds[random.Next(_seeds.Length)]);
        }

        var bytes = package.ToArray();
        return random.Next(10) == 0 ? ByteMutation.Apply(bytes, random) : bytes;
    }

    /// <inheritdoc/>
    public Verdict Judge(byte[] input) => PackageJudge.Judge(input);

    /// <inheritdoc/>
    public IEnumerable<byte[]> Smaller(byte[] input) => WithoutEntries(input) ?? Pieces.LeftOut(input);

    // Takes one entry of a record out at a time; null where the bytes are no longer a container.
    private static IEnumerable<byte[]>? WithoutEntries(byte[] input)
    {
        try
        {
            var package = Container.Parse(input);
            return Enumerable.Range(0, package.All().Length).Select(place =>
            {
                var smaller = package.Copy();
                var (record, entry) = smaller.All()[place];
                record.Entries.Remove(entry);
                return smaller.ToArray();
            });
        }
#pragma warning disable CA1031 // whatever a damaged container does to this simple parser, it cannot be taken apart
        catch (Exception)
        {
            return null;
        }
#pragma warning restore CA1031
    }
}
