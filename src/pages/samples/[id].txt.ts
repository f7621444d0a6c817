/** Each sample as plain text, for the decoder's chips and deep links. */
import { getCollection } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';

export const getStaticPaths = (async () => {
  const samples = await getCollection('samples');
  return samples.map(({ id, data }) => ({ params: { id }, props: { paste: data.paste } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ paste: string }> = ({ props }) => new Response(props.paste);
